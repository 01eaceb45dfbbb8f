import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { manifestPath, sumsPath } from "@/lib/domain/package/manifest";

export type Verified = { files: number; bytes: number; problems: readonly string[] };

type Listed = { path: string; bytes: number; sha256: string };
/** More than any manifest is; a longer one is no manifest of ours. */
const longestText = 64 * 1024 * 1024;

/**
 * Compares every file of a package with its manifest: nothing missing, nothing added, nothing changed. Reads piece by
 * piece, and of no file more than the manifest says it has. Offline; `problems` is empty when all holds.
 */
export async function verifyPackage(path: string): Promise<Verified> {
  const zip = await opened(path);
  try {
    const entries = await entriesOf(zip);
    const problems = twice(entries.map(({ fileName }) => fileName)).map((name) => `${name}: is there twice`);
    const manifest = await textOf(zip, entries, manifestPath);
    if (manifest === null) return { files: 0, bytes: 0, problems: [...problems, `${manifestPath}: is missing`] };
    const listed = listedIn(manifest);
    const names = new Set(entries.map(({ fileName }) => fileName));
    const known = new Set([...listed.map((file) => file.path), manifestPath, sumsPath]);
    for (const name of names) if (!known.has(name)) problems.push(`${name}: is not in the manifest`);
    let bytes = 0;
    for (const file of listed) {
      const entry = entries.find(({ fileName }) => fileName === file.path);
      const problem = entry ? await differs(zip, entry, file) : "is missing";
      if (problem) problems.push(`${file.path}: ${problem}`);
      else bytes += file.bytes;
    }
    problems.push(...sumProblems(await textOf(zip, entries, sumsPath), listed, manifest));
    return { files: listed.length, bytes, problems };
  } finally {
    zip.close();
  }
}

function opened(path: string): Promise<ZipFile> {
  return promisify<string, yauzl.Options, ZipFile>(yauzl.open)(path, { lazyEntries: true, autoClose: false });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry);
}

async function differs(zip: ZipFile, entry: Entry, { bytes, sha256 }: Listed): Promise<string | null> {
  const hash = createHash("sha256");
  let read = 0;
  try {
    for await (const piece of await streamOf(zip, entry)) {
      read += piece.length;
      if (read > bytes) return `has more than the ${bytes} bytes of the manifest`;
      hash.update(piece);
    }
  } catch (fault) {
    return `cannot be read: ${fault instanceof Error ? fault.message : "unknown"}`;
  }
  if (read < bytes) return `has ${read} bytes, the manifest says ${bytes}`;
  return hash.digest("hex") === sha256 ? null : "was changed: its checksum is another";
}

async function textOf(zip: ZipFile, entries: readonly Entry[], name: string): Promise<string | null> {
  const entry = entries.find(({ fileName }) => fileName === name);
  if (!entry || entry.uncompressedSize > longestText) return null;
  const pieces: Buffer[] = [];
  for await (const piece of await streamOf(zip, entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

function listedIn(manifest: string): Listed[] {
  const read: { files?: unknown } = JSON.parse(manifest);
  if (!Array.isArray(read.files)) throw new Error(`${manifestPath} names no files`);
  return read.files.map((file: Partial<Listed>) => {
    const { path, bytes, sha256 } = file;
    if (typeof path !== "string" || typeof bytes !== "number" || typeof sha256 !== "string") {
      throw new Error(`${manifestPath} names a file without path, size or checksum`);
    }
    return { path, bytes, sha256 };
  });
}

// The list for `sha256sum -c` says the same as the manifest, and has the manifest's own sum.
function sumProblems(sums: string | null, listed: readonly Listed[], manifest: string): string[] {
  if (sums === null) return [`${sumsPath}: is missing`];
  const own = { path: manifestPath, sha256: createHash("sha256").update(manifest).digest("hex") };
  const wanted = [...listed, own].map(({ path, sha256 }) => `${sha256}  ${path}`).sort();
  const found = sums.split("\n").filter((line) => line !== "");
  return wanted.join("\n") === found.sort().join("\n") ? [] : [`${sumsPath}: says something else than the manifest`];
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}
