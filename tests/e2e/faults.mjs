// Browsers that refuse to store. Each function runs in the page before its scripts: give it as `before` to a suite or
// to `session.tab`, or to `page.before`. They are sent as text and may use nothing from here.

/** Storage is forbidden: every way to it throws a SecurityError. */
export function denyStorage() {
  const denied = () => {
    throw new DOMException("storage is denied in this test", "SecurityError");
  };
  for (const name of ["open", "deleteDatabase", "databases"]) {
    Object.defineProperty(IDBFactory.prototype, name, { value: denied });
  }
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get: denied });
  }
}

/** A browser without IndexedDB; localStorage is there and throws. */
export function withoutDatabase() {
  Object.defineProperty(window, "indexedDB", { value: undefined });
  for (const name of ["getItem", "setItem", "removeItem", "key", "clear"]) {
    Object.defineProperty(Storage.prototype, name, {
      value() {
        throw new DOMException("storage is denied in this test", "SecurityError");
      },
    });
  }
}

/**
 * A disk that can be full. `window.kdFull = true` from the test: every `add` and `put` fails with a QuotaExceededError
 * and its transaction aborts with it. `window.kdFull = "commit"`: the requests succeed and the transaction aborts at
 * its end, which is another way to learn of a full disk. `window.kdFull = false`: there is room again.
 *
 * The events are the browser's own. A second record under the same key is an error in every browser, and only the
 * error's name is changed on its way to the page.
 */
export function fillableDisk() {
  const { add, put } = IDBObjectStore.prototype;
  const { abort } = IDBTransaction.prototype;
  const unwritten = new WeakMap();
  const full = () => new DOMException("the disk is full in this test", "QuotaExceededError");
  const rename = (object, shape) => {
    const real = Object.getOwnPropertyDescriptor(shape.prototype, "error").get;
    const error = full();
    const get = () => {
      const said = real.call(object);
      return said?.name === "ConstraintError" ? error : said;
    };
    Object.defineProperty(object, "error", { configurable: true, get });
  };
  const failing = (real) =>
    function store(value, ...key) {
      if (!window.kdFull) {
        return real.call(this, value, ...key);
      }
      if (window.kdFull === "commit") {
        const request = real.call(this, value, ...key);
        const { transaction } = this;
        // It would end the transaction before it can be aborted.
        transaction.commit = () => {};
        unwritten.set(transaction, (unwritten.get(transaction) ?? 0) + 1);
        this.count().addEventListener("success", () => {
          const left = unwritten.get(transaction) - 1;
          unwritten.set(transaction, left);
          if (left === 0) {
            Object.defineProperty(transaction, "error", { configurable: true, get: full });
            abort.call(transaction);
          }
        });
        return request;
      }
      if (this.autoIncrement) {
        throw new Error("the full disk of the tests knows no stores that count their keys themselves");
      }
      put.call(this, value, ...key);
      const request = add.call(this, value, ...key);
      rename(request, IDBRequest);
      rename(this.transaction, IDBTransaction);
      return request;
    };
  IDBObjectStore.prototype.add = failing(add);
  IDBObjectStore.prototype.put = failing(put);
}

/**
 * A tab that hears nothing of the others while `window.kdDeaf` is true, as if it slept: no message, and not that its
 * right to write was taken. It believes what it last knew.
 */
export function sleepyTab() {
  if (!window.LockManager) {
    // The empty page that a browser begins with.
    return;
  }
  const { request } = LockManager.prototype;
  LockManager.prototype.request = function (...words) {
    const ended = request.apply(this, words);
    // The loss of a lock is told by an error at the end of the wait for it.
    return ended.catch((error) => (window.kdDeaf ? new Promise(() => {}) : Promise.reject(error)));
  };
  const { set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, "onmessage");
  Object.defineProperty(BroadcastChannel.prototype, "onmessage", {
    configurable: true,
    set(listener) {
      set.call(this, listener && ((event) => window.kdDeaf || listener(event)));
    },
  });
}

/** `window.kdFillMemory()`: from now on the program gets no more memory than it has. */
export function fillableMemory() {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...words) => {
    const made = await instantiateStreaming.apply(WebAssembly, words);
    const { memory } = made.instance.exports;
    const pageBytes = 65_536;
    window.kdFillMemory = () => {
      // Half of what is left, again and again, until not even one page is.
      for (let pages = pageBytes - memory.buffer.byteLength / pageBytes; pages >= 1; ) {
        try {
          memory.grow(pages);
        } catch {
          pages = Math.floor(pages / 2);
        }
      }
    };
    return made;
  };
}
