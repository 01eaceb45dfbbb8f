import "server-only";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where letters wait as files. For the operator's eyes alone: they hold links that open requests. */
function outboxFile(dataDir: string, letterId: string): string {
  return join(dataDir, "outbox", `${letterId}.eml`);
}

/** Written whole or not at all; the same letter replaces itself. */
export async function holdInOutbox(dataDir: string, letterId: string, message: Buffer): Promise<string> {
  const file = outboxFile(dataDir, letterId);
  await mkdir(join(dataDir, "outbox"), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.part`, message, { mode: 0o600 });
  await rename(`${file}.part`, file);
  return file;
}

/** Ids of the letters that lie here, whole or cut off by a crash: both can be read. */
export async function lettersInOutbox(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, "outbox")).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return [];
    throw fault;
  });
  const ids = names.flatMap((name) => /^([0-9a-f-]{36})\.eml(?:\.part)?$/.exec(name)?.[1] ?? []);
  return [...new Set(ids)];
}

/** Once it was really sent, nothing is left lying about. */
export async function clearFromOutbox(dataDir: string, letterId: string): Promise<void> {
  const file = outboxFile(dataDir, letterId);
  await rm(file, { force: true });
  await rm(`${file}.part`, { force: true });
}
