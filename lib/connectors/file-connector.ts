import "server-only";
import type { FileHandle } from "node:fs/promises";
import { canonicalEmail } from "@/lib/domain/filing";
import type { AskedBy } from "@/lib/domain/systems/registered-system";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Cell, Connector, ExportedRow, Identifiers, SystemAnswer } from "@/lib/domain/systems/system-question";
import { csvRecords, type FileRecord, jsonRecords } from "./file-records";
import { fileEffect, keepFileEffect, openFile, replaceFile, type SystemFile, systemFile } from "./system-file";

export type FileSystem = Extract<AskedBy, { kind: "file" }> & { dataDir: string; slug: string };
type Row = Readonly<Record<string, Cell>>;
type Known = (row: Row) => boolean;

/**
 * Asks a CSV or JSON file in the organisation's folder: it is looked up, exported and erased from, a record at a time. What
 * has to be changed in it is changed where it comes from.
 */
export function fileConnector(system: FileSystem): Connector {
  return async (question) => {
    const { verb, categories } = question;
    if (verb !== "look_up" && verb !== "export" && verb !== "erase")
      return {
        kind: "exception",
        reason: `a file is looked up, exported and erased from: ${verb} it where it comes from`,
      };
    if (categories.some((category) => category !== system.category))
      return { kind: "exception", reason: `this file holds ${system.category} and nothing else` };
    const known = knownBy(system, question.identifiers);
    if (!known) return { kind: "exception", reason: "nothing that its records are found by is known" };
    const file = await systemFile(system.dataDir, system.slug, system.path);
    if (verb === "erase") return erased(system, { file, known, effectKey: question.effectKey });
    const found = recordsFound(system, await openFile(file.path), known);
    return verb === "export" ? exported(found) : countedAnswer(await countOf(found), system.category);
  };
}

/**
 * Whether a record is of the person: one thing by which people are told apart fits, and none speaks against it. A shared
 * mailbox with another customer's number is another customer. A name alone tells nobody apart.
 */
function knownBy({ identifierFields }: FileSystem, identifiers: Identifiers): Known | null {
  const asked = Object.entries(identifierFields).flatMap(([id, field]) => {
    const value = canonicalEmail(identifiers[id] ?? "");
    return id === "name" || value === "" ? [] : [{ field, value }];
  });
  if (asked.length === 0) return null;
  return (row) => {
    const held = asked.map(({ field, value }) => {
      const cell = canonicalEmail(String(row[field] ?? ""));
      return cell === "" ? "unsaid" : cell === value ? "fits" : "differs";
    });
    return held.includes("fits") && !held.includes("differs");
  };
}

function recordsOf({ format, identifierFields }: FileSystem, handle: FileHandle): AsyncIterable<FileRecord> {
  return format === "json" ? jsonRecords(handle) : withColumns(csvRecords(handle), Object.values(identifierFields));
}

/** A column that is missing would make every record somebody else's. */
async function* withColumns(records: AsyncIterable<FileRecord>, fields: readonly string[]): AsyncGenerator<FileRecord> {
  let isFirst = true;
  for await (const record of records) {
    const missing = record.row && isFirst ? fields.filter((field) => !(field in (record.row ?? {}))) : [];
    if (missing[0]) throw new SystemUnanswered("file", `it has no column "${missing[0]}"`);
    if (record.row) isFirst = false;
    yield record;
  }
}

async function* recordsFound(system: FileSystem, handle: FileHandle, known: Known): AsyncGenerator<ExportedRow> {
  const { category } = system;
  try {
    for await (const { row } of recordsOf(system, handle)) if (row && known(row)) yield { category, row };
  } finally {
    await handle.close();
  }
}

async function countOf(rows: AsyncIterable<ExportedRow>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}

function countedAnswer(count: number, category: string): SystemAnswer {
  return count === 0 ? { kind: "not_found" } : { kind: "found", counts: { [category]: count } };
}

async function exported(found: AsyncGenerator<ExportedRow>): Promise<SystemAnswer> {
  const first = await found.next();
  return first.done ? { kind: "not_found" } : { kind: "done", counts: {}, rows: following(first.value, found) };
}

async function* following(first: ExportedRow, rows: AsyncGenerator<ExportedRow>): AsyncGenerator<ExportedRow> {
  try {
    yield first;
    yield* rows;
  } finally {
    await rows.return(undefined);
  }
}

type Erasure = { file: SystemFile; known: Known; effectKey: string };

async function erased(system: FileSystem, { file, known, effectKey }: Erasure): Promise<SystemAnswer> {
  const { folder, path } = file;
  const before = await fileEffect(folder, effectKey);
  if (before?.isDone) return doneAnswer(before.counts);
  const count = await countOf(recordsFound(system, await openFile(path), known));
  // Nothing is left of what was about to go: it went before the crash.
  if (count === 0) return kept({ folder, effectKey }, before?.counts ?? {});
  const counts = { [system.category]: count };
  const original = await openFile(path);
  try {
    await replaceFile(path, {
      original,
      pieces: withoutKnown(recordsOf(system, original), known),
      beforeMove: () => keepFileEffect(folder, effectKey, { counts, isDone: false }),
    });
  } finally {
    await original.close();
  }
  return kept({ folder, effectKey }, counts);
}

async function kept(
  { folder, effectKey }: { folder: string; effectKey: string },
  counts: Readonly<Record<string, number>>,
): Promise<SystemAnswer> {
  await keepFileEffect(folder, effectKey, { counts, isDone: true });
  return doneAnswer(counts);
}

function doneAnswer(counts: Readonly<Record<string, number>>): SystemAnswer {
  return Object.keys(counts).length === 0 ? { kind: "not_found" } : { kind: "done", counts };
}

/** Everything that stays, as it stood. */
async function* withoutKnown(records: AsyncIterable<FileRecord>, known: Known): AsyncGenerator<string> {
  let isFirst = true;
  for await (const { text, row, inList } of records) {
    if (row && known(row)) continue;
    yield inList ? `${isFirst ? "" : ","}\n${text}` : text;
    if (inList) isFirst = false;
  }
}

/** Opens the file and looks at its titles; no record is read further than the first. @throws SystemUnanswered */
export async function tryFile(system: FileSystem): Promise<void> {
  const { path } = await systemFile(system.dataDir, system.slug, system.path);
  const handle = await openFile(path);
  try {
    for await (const { row } of recordsOf(system, handle)) if (row) return;
  } finally {
    await handle.close();
  }
}
