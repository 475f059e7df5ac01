// What a page has stored in IndexedDB, read and altered behind its back: `page.idb("name")` in harness.mjs.
//
// Every call opens the database without a version, works in one transaction and closes it again, so it stands in
// nobody's way. A database that does not exist is an error and is not created.

/** Runs in the page. `step` is one of the operations below; bytes travel as base64. */
async function operate([name, store, step, key, given]) {
  const settle = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const pack = (value) => {
    if (!(value instanceof ArrayBuffer || ArrayBuffer.isView(value))) {
      return { value };
    }
    const { buffer, byteOffset, byteLength } = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    let text = "";
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return { bytes: btoa(text) };
  };
  const unpack = ({ value, bytes }, like) => {
    if (bytes === undefined) {
      return value;
    }
    const array = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    return like instanceof ArrayBuffer ? array.buffer : array;
  };
  const opening = indexedDB.open(name);
  let isMissing = false;
  opening.onupgradeneeded = () => {
    isMissing = true;
    opening.transaction.abort();
  };
  const db = await settle(opening).catch((error) => {
    throw isMissing ? new Error(`there is no database ${name}`) : error;
  });
  try {
    if (step === "stores") {
      return [...db.objectStoreNames];
    }
    const isReading = step === "keys" || step === "read";
    const transaction = db.transaction(store, isReading ? "readonly" : "readwrite", { durability: "strict" });
    const records = transaction.objectStore(store);
    if (step === "keys") {
      return await settle(records.getAllKeys());
    }
    if (step === "read") {
      const value = await settle(records.get(key));
      return value === undefined ? null : pack(value);
    }
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    if (step === "remove") {
      records.delete(key);
    } else {
      // Bytes stay what the page made of them, a buffer or an array.
      const first = await settle(records.openCursor());
      records.put(unpack(given, first?.value), ...(records.keyPath === null ? [key] : []));
    }
    await done;
    return null;
  } finally {
    db.close();
  }
}

export class Stored {
  #page;
  #name;

  constructor(page, name) {
    this.#page = page;
    this.#name = name;
  }

  #run(step, store, key, given) {
    return this.#page.evaluate(operate, [this.#name, store, step, key, given]);
  }

  /** Names of the object stores. */
  stores() {
    return this.#run("stores");
  }

  /** All keys of a store, in order. */
  keys(store) {
    return this.#run("keys", store);
  }

  /** The value under a key: a Buffer if it is binary, undefined if there is none. */
  async read(store, key) {
    const packed = await this.#run("read", store, key);
    if (packed === null) {
      return undefined;
    }
    return packed.bytes === undefined ? packed.value : Buffer.from(packed.bytes, "base64");
  }

  /** Writes a value, binary from a Buffer or Uint8Array, in the binary kind that the store uses already. */
  async put(store, key, value) {
    const given = value instanceof Uint8Array ? { bytes: Buffer.from(value).toString("base64") } : { value };
    await this.#run("put", store, key, given);
  }

  /** Changes one byte of a binary value: `change` makes the new byte from the old one; it flips all bits if not said. */
  async alter(store, key, at, change = (byte) => byte ^ 0xff) {
    const bytes = await this.read(store, key);
    if (!Buffer.isBuffer(bytes) || at < 0 || at >= bytes.length) {
      throw new Error(`${store} has no byte ${at} under ${key}`);
    }
    bytes[at] = change(bytes[at]);
    await this.put(store, key, bytes);
  }

  /** Removes a record. */
  async remove(store, key) {
    await this.#run("remove", store, key);
  }
}
