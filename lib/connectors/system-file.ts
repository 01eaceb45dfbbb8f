import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, normalize, sep } from "node:path";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Counts } from "@/lib/domain/systems/system-question";

/** A file of an organisation: below the data folder, in its own part of it, and by no way around that. */
export type SystemFile = { folder: string; path: string };

/**
 * The file that a register names, in `systems/<organisation>` of the data folder.
 * @throws SystemUnanswered where the path leads out of that, or any part of it is a link
 */
export async function systemFile(dataDir: string, slug: string, named: string): Promise<SystemFile> {
  const parts = normalize(named).split(sep);
  if (isAbsolute(named) || named.includes("\0") || parts.some((part) => part === ".." || part.startsWith(".")))
    throw new SystemUnanswered("file", "its path leads out of the organisation's folder");
  const folder = await existing(join(dataDir, "systems", slug));
  const path = join(folder, normalize(named));
  // Where any part is a link, the real path is another one.
  if ((await existing(path)) !== path) throw new SystemUnanswered("file", "a part of its path is a link");
  return { folder, path };
}

async function existing(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    throw new SystemUnanswered("file", "it is not there");
  }
}

/** Opens it for reading; a link that was put in its place meanwhile is refused by the system itself. */
export async function openFile(path: string): Promise<FileHandle> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (fault) {
    throw new SystemUnanswered("file", `it cannot be opened (${(fault as NodeJS.ErrnoException).code})`);
  }
  throw new SystemUnanswered("file", "it is no file");
}

/**
 * Writes the pieces beside the file and puts them in its place in one move: whoever looks sees the old one or the new one,
 * whole. Gives it up where the file was changed since it was opened. The caller asks one file at a time.
 *
 * @throws SystemUnanswered
 */
export async function replaceFile(
  path: string,
  {
    original,
    pieces,
    beforeMove,
  }: { original: FileHandle; pieces: AsyncIterable<string>; beforeMove: () => Promise<void> },
): Promise<void> {
  const partial = `${path}.habeas-partial`;
  const before = await original.stat({ bigint: true });
  await rm(partial, { force: true });
  try {
    await writeWhole(partial, pieces, Number(before.mode & 0o777n));
    await beforeMove();
    const now = await openFile(path);
    const after = await now.stat({ bigint: true }).finally(() => now.close());
    if (before.ino !== after.ino || before.size !== after.size || before.mtimeNs !== after.mtimeNs)
      throw new SystemUnanswered("file", "it was changed while it was read; it is asked again");
    await rename(partial, path);
  } catch (fault) {
    await rm(partial, { force: true });
    throw fault;
  }
  await syncFolder(dirname(path));
}

async function writeWhole(path: string, pieces: AsyncIterable<string>, mode: number): Promise<void> {
  const handle = await open(
    path,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
    mode,
  );
  try {
    let [held, size] = [[] as string[], 0];
    for await (const piece of pieces) {
      held.push(piece);
      size += piece.length;
      if (size < 65_536) continue;
      await handle.write(held.join(""));
      [held, size] = [[], 0];
    }
    await handle.write(held.join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that the move itself survives a machine that loses its power. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync().finally(() => handle.close());
}

function effectPath(folder: string, key: string): string {
  return join(folder, ".habeas-effects", `${createHash("sha256").update(key).digest("hex")}.json`);
}

/** `isDone` false: it was about to be done, and whether it was is not known. */
export type FileEffect = { counts: Counts; isDone: boolean };

/** What is known under this key; null when nothing is. */
export async function fileEffect(folder: string, key: string): Promise<FileEffect | null> {
  try {
    return JSON.parse(await readFile(effectPath(folder, key), "utf8")) as FileEffect;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new SystemUnanswered("file", "what was done before cannot be read");
  }
}

/** Kept before the file is moved into its place, and again after. It has no word of the person in it. */
export async function keepFileEffect(folder: string, key: string, effect: FileEffect): Promise<void> {
  const path = effectPath(folder, key);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.${randomUUID()}`;
  await writeWhole(partial, one(JSON.stringify(effect)), 0o600);
  await rename(partial, path);
  await syncFolder(dirname(path));
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
