// A whole store as JSON, taken out of one profile and put into another: bytes as base64, texts as they are.

import { OWN } from "./own.mjs";

export const STORES = ["meta", "snapshots", "records"];

/** Everything in a database: for each store its entries, [key, text] or [key, { bytes }]. */
export function dumpStore(page, name = OWN) {
  return page.evaluate(
    async ([database, stores]) => {
      const settle = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const packed = (value) => {
        if (!(value instanceof Uint8Array)) {
          return value;
        }
        let text = "";
        for (let at = 0; at < value.length; at += 0x8000) {
          text += String.fromCharCode(...value.subarray(at, at + 0x8000));
        }
        return { bytes: btoa(text) };
      };
      const db = await settle(indexedDB.open(database));
      const transaction = db.transaction(stores, "readonly");
      const read = async (store) => {
        const source = transaction.objectStore(store);
        const [keys, values] = await Promise.all([settle(source.getAllKeys()), settle(source.getAll())]);
        return [store, keys.map((key, index) => [key, packed(values[index])])];
      };
      const entries = await Promise.all(stores.map(read));
      db.close();
      return Object.fromEntries(entries);
    },
    [name, STORES],
  );
}

/** Puts a dumped store where there is none, as version 1 of the database; the page must be loaded anew to see it. */
export async function plantStore(page, dump, name = OWN, version = 1) {
  await page.evaluate(
    async ([database, number, entries]) => {
      const unpacked = (value) =>
        value?.bytes === undefined ? value : Uint8Array.from(atob(value.bytes), (letter) => letter.charCodeAt(0));
      const opening = indexedDB.open(database, number);
      opening.onupgradeneeded = () => {
        for (const store of [...Object.keys(entries), "drafts"]) {
          opening.result.createObjectStore(store);
        }
      };
      const db = await new Promise((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = db.transaction(Object.keys(entries), "readwrite", { durability: "strict" });
      for (const [store, pairs] of Object.entries(entries)) {
        for (const [key, value] of pairs) {
          transaction.objectStore(store).put(unpacked(value), key);
        }
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      db.close();
    },
    [name, version, dump],
  );
}
