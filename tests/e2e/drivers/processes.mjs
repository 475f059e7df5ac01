// The hard end of a browser: what a power cut or the system's out-of-memory killer does to it.
//
// Only processes are ended that this session started: the browser's own, known by its id, everything that descends from
// it, and everything in its process group (both drivers start the browser as the leader of a group of its own, so a
// descendant whose parent died first is still known by the group). Names play no part. Needs /proc, so Linux.

import { readdir, readFile } from "node:fs/promises";

const PATIENCE = 10_000;
const INTERVAL = 5;

/** Every process: its id, its parent, its group, and the tick it began at, which tells a reused id from the old one. */
async function all() {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(names.map((name) => describe(Number(name))));
  return found.filter((one) => one !== undefined);
}

async function describe(pid) {
  // A process may end while we look.
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (stat === undefined) {
    return undefined;
  }
  // The second field is a name in brackets and may contain anything, so the count starts behind the last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, parent, group] = fields;
  return { pid, parent: Number(parent), group: Number(group), began: fields[19], isGone: state === "Z" || state === "X" };
}

/** The child of this process that was started with the given word among its arguments. */
export async function childWith(argument) {
  for (const { pid, parent } of await all()) {
    if (parent === process.pid) {
      const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      if (words.split("\0").includes(argument)) {
        return pid;
      }
    }
  }
  throw new Error(`no process of ours was started with ${argument}`);
}

function family(root, processes) {
  const members = new Map();
  let before = -1;
  while (members.size !== before) {
    before = members.size;
    for (const one of processes) {
      if (one.pid === root || one.group === root || members.has(one.parent)) {
        members.set(one.pid, one);
      }
    }
  }
  return members;
}

function end(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw error;
    }
  }
}

/** Ends a browser and all its processes at once, without a chance to write anything more. Returns their number. */
export async function killFamily(root) {
  const members = family(root, await all());
  // The root first: from now on nobody starts a new member.
  end(root);
  for (const pid of members.keys()) {
    end(pid);
  }
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const left = (await all()).filter(
      (one) => !one.isGone && (members.get(one.pid)?.began === one.began || one.group === root),
    );
    if (left.length === 0) {
      return members.size;
    }
    if (Date.now() > deadline) {
      throw new Error(`processes ${left.map(({ pid }) => pid).join(", ")} do not end`);
    }
    for (const { pid } of left) {
      end(pid);
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
