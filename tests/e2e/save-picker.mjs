// A stand-in for the browser's own "save as" window, which no driver can answer and Firefox does not have.
//
// `before: fakeSavePicker`, then `savedFiles(page)` tells what was written since the page was loaded. From the test:
//   window.kdPicker = "cancel"          the person closes the window without choosing
//   window.kdPermission = "prompt"      the browser asks again before writing; asking for it grants it
//   window.kdPermission = "denied"      writing is refused
//   window.kdPermission = "failing"     the disk refuses in the middle of writing
// The chosen file can be kept in IndexedDB and is usable when read from there, like a real one.

/** Runs in the page before its scripts. */
export function fakeSavePicker() {
  // The blank page that Firefox shows before ours may not have files.
  if (!window.FileSystemFileHandle) {
    return;
  }
  window.kdSaved = [];
  window.kdPermission = "granted";
  const MARK = "kdChosenFile";
  const refuse = (name) => {
    throw new DOMException("refused in this test", name);
  };

  class ChosenFile {
    get kind() {
      return "file";
    }

    async queryPermission() {
      return window.kdPermission === "failing" ? "granted" : window.kdPermission;
    }

    async requestPermission() {
      if (window.kdPermission === "prompt") {
        window.kdPermission = "granted";
      }
      return this.queryPermission();
    }

    async isSameEntry(other) {
      return other?.[MARK] === this[MARK];
    }

    async getFile() {
      const last = window.kdSaved.filter(({ name }) => name === this[MARK]).pop();
      return last ? new File([last.content], last.name) : refuse("NotFoundError");
    }

    async createWritable() {
      if ((await this.queryPermission()) !== "granted") {
        refuse("NotAllowedError");
      }
      const name = this[MARK];
      const parts = [];
      const stream = new WritableStream({
        write(part) {
          if (window.kdPermission === "failing") {
            refuse("QuotaExceededError");
          }
          parts.push(part?.type === "write" ? part.data : part);
        },
        close() {
          window.kdSaved.push({ name, content: new Blob(parts) });
        },
      });
      // A real one is of this kind and is written to directly as well.
      Object.setPrototypeOf(stream, FileSystemWritableFileStream.prototype);
      stream.write = async (part) => {
        const writer = stream.getWriter();
        try {
          await writer.write(part);
        } finally {
          writer.releaseLock();
        }
      };
      return stream;
    }
  }
  // So that a check of the kind holds.
  Object.setPrototypeOf(ChosenFile.prototype, FileSystemFileHandle.prototype);

  const choose = (name) => {
    const file = Object.create(ChosenFile.prototype, { name: { value: name, enumerable: true } });
    file[MARK] = name;
    return file;
  };
  const revive = (value) => (value?.[MARK] && !(value instanceof ChosenFile) ? choose(value[MARK]) : value);

  window.showSaveFilePicker = async ({ suggestedName = "unbenannt" } = {}) =>
    window.kdPicker === "cancel" ? refuse("AbortError") : choose(suggestedName);

  const result = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "result");
  Object.defineProperty(IDBRequest.prototype, "result", {
    ...result,
    get() {
      return revive(result.get.call(this));
    },
  });
}

/** The files written since the page was loaded, oldest first: `{ name, bytes, text }`. */
export async function savedFiles(page) {
  const files = await page.evaluate(() =>
    Promise.all(
      window.kdSaved.map(async ({ name, content }) => {
        const bytes = new Uint8Array(await content.arrayBuffer());
        let text = "";
        for (let at = 0; at < bytes.length; at += 0x8000) {
          text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
        }
        return { name, packed: btoa(text) };
      }),
    ),
  );
  return files.map(({ name, packed }) => {
    const bytes = Buffer.from(packed, "base64");
    return { name, bytes, text: bytes.toString("utf8") };
  });
}
