// What the harness can do to and with a browser's storage: end it hard, search it, alter it, make it fail.

import assert from "node:assert/strict";
import { denyStorage, fillableDisk, withoutDatabase } from "./faults.mjs";
import { browsers } from "./harness.mjs";
import { fakeSavePicker, savedFiles } from "./save-picker.mjs";

const url = new URL("fixtures/harness.html", import.meta.url).href;

/** Runs in the page: puts values under 1, 2, 3 … in one strict transaction; tells what the page is told. */
const store = ([name, ...values]) =>
  new Promise((resolve) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("s");
    opening.onerror = () => resolve([opening.error.name]);
    opening.onsuccess = () => {
      const db = opening.result;
      const told = [];
      const tell = (word) => told.push(word);
      const transaction = db.transaction("s", "readwrite", { durability: "strict" });
      values.forEach((value, index) => {
        const request = transaction.objectStore("s").put(value, index + 1);
        request.onsuccess = () => tell("stored");
        request.onerror = () => tell(request.error.name);
      });
      const end = (word) => {
        tell(word);
        db.close();
        resolve(told);
      };
      transaction.oncomplete = () => end("complete");
      transaction.onabort = () => end(`abort ${transaction.error?.name}`);
    };
  });

browsers("The harness and the disk", { url }, ({ test, session }) => {
  test("ends the browser hard, and what was complete is still there", async (page) => {
    await page.open();
    assert.deepEqual(await page.evaluate(store, ["kept", "a"]), ["stored", "complete"]);
    await session.kill();
    await assert.rejects(page.url());
    const again = await session.restart();
    await again.open();
    assert.equal(await again.idb("kept").read("s", 1), "a");
  });

  test("finds on disk what was stored, and nothing else", async (page) => {
    await page.open();
    const texts = ["kV7xQ2mJd", "wB9rT4hNz", "Ühß3pLäö8", "jC5fY6gXs", "Śq1WnŁ0uRk", "tHb4ZeD2v"];
    const talk = "Die Kundin kam pünktlich und brachte alle Unterlagen mit. ".repeat(4000);
    const long = [`${talk}${texts[2]}${talk}`, `${talk}€${texts[3]}${talk}`];
    const values = [texts[0], { note: `kurz ${texts[1]} €` }, ...long];
    await page.evaluate(store, ["search", ...values]);
    await page.evaluate(([first, second]) => {
      localStorage.setItem("a", first);
      localStorage.setItem("b", second);
    }, texts.slice(4));
    // Firefox writes localStorage five seconds late, or at its end.
    await session.close();
    const hits = await session.searchProfile([...texts, "gM8yK3aVo"]);
    assert.deepEqual([...new Set(hits.map(({ text }) => text))].sort(), [...texts].sort());
  });

  test("reads and alters what is stored", async (page) => {
    await page.open();
    await page.evaluate(store, ["altered", "x", { n: 1 }]);
    const stored = page.idb("altered");
    await stored.put("s", "bytes", Uint8Array.of(1, 2, 3));
    await stored.alter("s", "bytes", 1, (byte) => byte + 5);
    await stored.remove("s", 1);
    assert.deepEqual(await stored.stores(), ["s"]);
    assert.deepEqual(await stored.keys("s"), [2, "bytes"]);
    assert.deepEqual(await stored.read("s", 2), { n: 1 });
    assert.deepEqual([...(await stored.read("s", "bytes"))], [1, 7, 3]);
    assert.equal(await stored.read("s", 1), undefined);
    await assert.rejects(stored.alter("s", "bytes", 3), /no byte 3/);
    await assert.rejects(page.idb("nowhere").keys("s"), /there is no database nowhere/);
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.ok(!names.includes("nowhere"));
  });
});

browsers("The harness makes storage fail:", { url }, ({ test, session }) => {
  const look = () => {
    const outcome = (fn) => {
      try {
        return fn() === undefined ? "undefined" : "there";
      } catch (error) {
        return error.name;
      }
    };
    return [outcome(() => localStorage.getItem("x")), outcome(() => window.indexedDB?.open("x"))];
  };

  test("denied or missing", async () => {
    const denied = await session.tab({ before: denyStorage });
    await denied.open();
    assert.deepEqual(await denied.evaluate(look), ["SecurityError", "SecurityError"]);
    const missing = await session.tab({ before: withoutDatabase });
    await missing.open();
    assert.deepEqual(await missing.evaluate(look), ["SecurityError", "undefined"]);
  });

  test("full at the request or at the end, and not for ever", async (page) => {
    await page.before(fillableDisk);
    await page.open();
    const attempt = async (full) => {
      await page.evaluate((value) => {
        window.kdFull = value;
      }, full);
      return page.evaluate(store, ["disk", "a", "b"]);
    };
    assert.deepEqual(await attempt(false), ["stored", "stored", "complete"]);
    assert.deepEqual(await attempt(true), ["QuotaExceededError", "AbortError", "abort QuotaExceededError"]);
    assert.deepEqual(await attempt("commit"), ["stored", "stored", "abort QuotaExceededError"]);
    assert.deepEqual(await attempt(false), ["stored", "stored", "complete"]);
  });
});

browsers("The harness answers the save window", { url, before: fakeSavePicker }, ({ test }) => {
  test("and keeps what was written", async (page) => {
    await page.open();
    const write = async (text) => {
      const opening = indexedDB.open("handles", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("s");
      const settled = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const db = opening.readyState === "done" ? opening.result : await settled(opening);
      const handles = () => db.transaction("s", "readwrite").objectStore("s");
      let file = await settled(handles().get("kept"));
      file ??= await window.showSaveFilePicker({ suggestedName: "sicherung.kkd" }).catch((error) => error.name);
      if (typeof file === "string") {
        return file;
      }
      await settled(handles().put(file, "kept"));
      if ((await file.queryPermission({ mode: "readwrite" })) === "prompt") {
        await file.requestPermission({ mode: "readwrite" });
      }
      const stream = await file.createWritable();
      if (!(file instanceof FileSystemFileHandle && stream instanceof FileSystemWritableFileStream)) {
        return "not of the kind";
      }
      await stream.write(new TextEncoder().encode(text));
      await stream.close();
      return (await file.getFile()).text();
    };
    await page.evaluate(() => (window.kdPicker = "cancel"));
    assert.equal(await page.evaluate(write, "nie"), "AbortError");
    await page.evaluate(() => (window.kdPicker = "choose"));
    assert.equal(await page.evaluate(write, "eins ü"), "eins ü");
    const [file] = await savedFiles(page);
    assert.deepEqual([file.name, file.text, file.bytes.length], ["sicherung.kkd", "eins ü", 7]);
    await page.reload();
    await page.evaluate(() => (window.kdPermission = "prompt"));
    assert.equal(await page.evaluate(write, "zwei"), "zwei");
    assert.deepEqual((await savedFiles(page)).map(({ text }) => text), ["zwei"]);
    for (const [permission, error] of [["denied", /refused/], ["failing", /refused/]]) {
      await page.evaluate((value) => (window.kdPermission = value), permission);
      await assert.rejects(page.evaluate(write, "drei"), error);
    }
    assert.equal((await savedFiles(page)).length, 1);
  });
});
