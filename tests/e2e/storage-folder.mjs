// The folders in which a browser keeps databases, and what can happen to them while it is closed. The session's
// `profileFolder` is where to look.

import { readFile, readdir, rm, truncate } from "node:fs/promises";
import { join } from "node:path";

const BLOCK = 32_768;
const HEADER = 7;

/** Chromium's folder for the databases of all local pages. */
const firstOf = (profile) => join(profile, "Default", "IndexedDB");

/** Chromium's folders for the databases in storage buckets. */
async function bucketsOf(profile) {
  const root = join(profile, "Default", "WebStorage");
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name));
}

/** Firefox' folders for the databases of a local page. */
async function pagesOf(profile) {
  const root = join(profile, "storage", "default");
  const entries = await readdir(root).catch(() => []);
  return entries.map((name) => join(root, name, "idb"));
}

/** Everything that the browser keeps in databases is gone, but for Chromium's buckets. */
export async function loseDatabases(profile) {
  for (const folder of [firstOf(profile), ...(await pagesOf(profile))]) {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The databases in Chromium's buckets are gone as well. */
export async function loseBuckets(profile) {
  for (const folder of await bucketsOf(profile)) {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of the databases in Chromium's buckets, each with its bytes. */
export async function bucketFiles(profile) {
  const files = [];
  for (const folder of await bucketsOf(profile)) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) {
        files.push(await readFile(join(entry.parentPath, entry.name)));
      }
    }
  }
  return files;
}

/** Where the last entry of a log of LevelDB begins. */
function lastEntry(bytes) {
  let last;
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    last = at;
    at += HEADER + bytes.readUInt16LE(at + 4);
  }
  return last;
}

/**
 * Leaves the log of Chromium's databases as a browser leaves it that is killed between the two steps in which it writes
 * an entry: with the head of one, and nothing behind it. It is harmless until something is written behind it.
 */
export async function tearLog(profile) {
  const folder = join(firstOf(profile), "file__0.indexeddb.leveldb");
  const log = (await readdir(folder)).filter((name) => /^\d+\.log$/.test(name)).sort().at(-1);
  const path = join(folder, log);
  await truncate(path, lastEntry(await readFile(path)) + HEADER);
}
