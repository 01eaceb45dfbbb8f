import { Readable } from "node:stream";
import {
  type FileKind,
  manifestOf,
  manifestPath,
  type PackedFile,
  sumsOf,
  sumsPath,
} from "@/lib/domain/package/manifest";
import { safeName } from "@/lib/domain/package/safe-name";
import { categoriesHeld, type PackageFacts } from "@/lib/domain/package/summary-facts";
import { dataFolder, filesFolder, pdfPath, readmePath, summaryPath } from "./blocks";
import { readRows } from "./read-rows";
import { readmeText } from "./readme";
import { csvBytes, jsonBytes } from "./row-files";
import { scanRows } from "./scan-rows";
import { type Found, type FoundPart, summaryOf } from "./summary";
import { summaryHtml } from "./summary-html";
import { summaryPdf } from "./summary-pdf";
import { type ZippedFile, zipStream } from "./zip-stream";

type Open = () => Promise<AsyncIterable<Uint8Array>>;

/** What one system gave: rows (NDJSON of ExportedRow), or a file of any kind as its owner uploaded it. Opened repeatedly. */
export type RowSource = { system: string; open: Open };
export type FileSource = { system: string; name: string; open: Open };

export type PackageOrder = {
  facts: PackageFacts;
  rows: readonly RowSource[];
  files: readonly FileSource[];
  madeAt: Date;
  /** Hears how many files of all are in. */
  progress?: (of: { done: number; total: number }) => void;
};

/** What was found in one reading of every export: small, whatever the exports are. */
export async function scanPackage({ rows, files }: Pick<PackageOrder, "rows" | "files">): Promise<Found> {
  const folders = new Map<string, { name: string; taken: Set<string> }>();
  const names = new Set<string>();
  const parts: FoundPart[] = [];
  for (const system of new Set(rows.map((source) => source.system))) {
    for (const part of await scanRows(system, rowsOf(rows, system))) {
      const folder = folders.get(system) ?? { name: safeName(system, names, "folder"), taken: new Set<string>() };
      folders.set(system, folder);
      // One name for both files: neither a clash of the JSON nor one of the CSV may part them.
      const stem = `${dataFolder}/${folder.name}/${safeName(part.category, folder.taken, "folder")}`;
      parts.push({ ...part, paths: { json: `${stem}.json`, csv: `${stem}.csv` } });
    }
  }
  return { parts, documents: files.length };
}

/**
 * The answer's package: README and summary first, then every record as JSON and CSV, then files as they are, then the
 * manifest over all of it and the checksums. A stream in constant memory: exports are read again for each file that is
 * made of them. The same order gives the same bytes.
 */
export async function packageStream(order: PackageOrder): Promise<Readable> {
  return zipPackage(order, await scanPackage(order));
}

/** The same with what a scan found already. */
export function zipPackage({ facts, rows, files, madeAt, progress }: PackageOrder, found: Found): Readable {
  const packed: PackedFile[] = [];
  const summary = summaryOf(facts, found);
  const categories = categoriesHeld(facts.profile, found.parts);
  const entries: ZippedFile[] = [];
  const add = (path: string, kind: FileKind, open: ZippedFile["open"], of: Partial<PackedFile> = {}) => {
    entries.push({
      path,
      open,
      seen: ({ bytes, sha256 }) => {
        packed.push({ path, kind, bytes, sha256, ...of });
        progress?.({ done: packed.length, total: entries.length });
      },
    });
  };
  add(readmePath, "readme", () => text(readmeText(facts, found)));
  add(summaryPath, "summary", () => text(summaryHtml(summary)));
  add(pdfPath, "summary", () => summaryPdf(summary, madeAt));
  for (const part of found.parts) {
    const { system, category, rows: count } = part;
    const of = { system, category, rows: count };
    add(part.paths.json, "rows_json", () => jsonBytes(rowsOf(rows, system), category), of);
    add(part.paths.csv, "rows_csv", () => csvBytes(rowsOf(rows, system), part), of);
  }
  for (const { path, source } of named(files)) {
    add(path, "uploaded", () => opened(source.open), { system: source.system });
  }
  add(manifestPath, "manifest", () =>
    text(`${JSON.stringify(manifestOf(facts, { files: packed, categories, madeAt }), null, 2)}\n`),
  );
  add(sumsPath, "manifest", () => text(sumsOf(packed)));
  return zipStream(entries, madeAt);
}

function named(files: readonly FileSource[]): { path: string; source: FileSource }[] {
  const folders = new Map<string, { name: string; taken: Set<string> }>();
  const names = new Set<string>();
  return files.map((source) => {
    const folder = folders.get(source.system) ?? { name: safeName(source.system, names, "folder"), taken: new Set() };
    folders.set(source.system, folder);
    return { path: `${filesFolder}/${folder.name}/${safeName(source.name, folder.taken, "file")}`, source };
  });
}

async function* rowsOf(sources: readonly RowSource[], system: string) {
  for (const source of sources) {
    if (source.system === system) yield* readRows(await source.open());
  }
}

async function* opened(open: Open): AsyncGenerator<Uint8Array> {
  yield* await open();
}

function text(whole: string): AsyncIterable<Uint8Array> {
  return Readable.from([Buffer.from(whole, "utf8")]);
}
