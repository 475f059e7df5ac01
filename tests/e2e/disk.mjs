// Search of everything a browser wrote to its disk, for texts that must not be there in the clear.
//
// Every file is read as bytes, whatever it is, and looked through for each text as UTF-8, as UTF-16 (little-endian) and
// as Latin-1. Browsers store strings in all three.
//
// What compression does to it. Values in IndexedDB and localStorage, and blocks of LevelDB, are packed with Snappy, the
// kept tabs of Firefox with LZ4. Both only replace four or more bytes that stood there before; everything else stays as
// it is. So a text survives readable if no four bytes in a row of it occurred earlier in the same value, that is:
//
//   - look for an invented tag, like `Zq8vKx31`, not for a word; put the tag into the name or note that is entered;
//   - no two tags of a test share three characters in a row;
//   - a copy may swallow a tag's first or last character together with its neighbours, so a text of eight or more
//     characters is looked for without these two, and in UTF-16 without the last character's empty half.
//
// What it cannot see: a text cut in two by the border of a database page (about one in four hundred), text in keys of
// LevelDB (shortened by what they share with the key before), and anything stronger than the two methods above. The
// first is why a test should enter several tags; that all of it works is shown in harness-storage.test.mjs.

import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

const CHUNK = 1 << 20;
const WITHOUT_EDGES_FROM = 8;

/** The byte sequences that give a text away, each with the name of its encoding; equal ones only once. */
function traces(text) {
  const letters = [...text];
  const core = letters.length < WITHOUT_EDGES_FROM ? text : letters.slice(1, -1).join("");
  const traces = new Map();
  const add = (encoding, bytes) => {
    const key = bytes.toString("hex");
    if (bytes.length > 0 && !traces.has(key)) {
      traces.set(key, { text, encoding, bytes });
    }
  };
  add("utf-8", Buffer.from(core, "utf8"));
  add("utf-16", Buffer.from(core, "utf16le").subarray(0, -1));
  if ([...core].every((letter) => letter.codePointAt(0) < 256)) {
    add("latin-1", Buffer.from(core, "latin1"));
  }
  return [...traces.values()];
}

/** Every file below a folder. Links are not followed: a browser's locks point to nothing. */
async function* files(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* files(path);
    } else if (entry.isFile()) {
      yield path;
    }
  }
}

/** The first place of each trace in one file. */
async function searchFile(path, wanted) {
  const overlap = Math.max(...wanted.map(({ bytes }) => bytes.length)) - 1;
  const open = new Set(wanted);
  const found = [];
  let kept = Buffer.alloc(0);
  let start = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const window = Buffer.concat([kept, chunk]);
    for (const trace of open) {
      const at = window.indexOf(trace.bytes);
      if (at >= 0) {
        open.delete(trace);
        found.push({ text: trace.text, encoding: trace.encoding, offset: start + at });
      }
    }
    kept = window.subarray(Math.max(0, window.length - overlap));
    start += window.length - kept.length;
  }
  return found;
}

/** Searches every file below `folder`. Returns `{ text, encoding, file, offset }`, the first per file and encoding. */
export async function searchFolder(folder, texts) {
  if (texts.length === 0 || texts.some((text) => text.length < 4)) {
    throw new Error("a search needs texts of four characters or more: shorter ones are found by chance");
  }
  const wanted = texts.flatMap(traces);
  const hits = [];
  for await (const path of files(folder)) {
    for (const hit of await searchFile(path, wanted)) {
      hits.push({ ...hit, file: relative(folder, path) });
    }
  }
  return hits;
}
