import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { birthOf, commandOf, isAlive } from "./process-identity";

/** Who holds a lock file. `birth` tells a living holder from another program that got its number later. */
export type Holder = { pid: number; birth: string; command: string; note: string };

export type Lock = { holder: Holder } | { release(): void };

function holderOf(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Holder;
    return isAlive(holder.pid) && birthOf(holder.pid) === holder.birth ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a lock file for the life of this process. A file left by a process that is gone does not count.
 *
 * @param note what the holder wants others to read, such as its address
 * @returns the living holder, or how to give the lock back
 */
export function takeLock(file: string, note: string): Lock {
  const own: Holder = { pid: process.pid, birth: birthOf(process.pid), command: commandOf(process.pid), note };
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // Linking either makes the whole file or fails; there is no moment in which it is half there.
        linkSync(half, file);
        return { release: () => holderOf(file)?.pid === process.pid && rmSync(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        const holder = holderOf(file);
        if (holder) return { holder };
        renameSync(file, `${half}.stale`);
        rmSync(`${half}.stale`, { force: true });
      }
    }
  } finally {
    rmSync(half, { force: true });
  }
}
