// What is chosen for a step of many: rows by their references, or the whole filter, with or without some. It stands in the
// address, like every filter of the queue, and holds no name and no mail address.
import { z } from "zod";
import { type BulkChange, type BulkStep, bulkSteps } from "@/lib/domain/bulk";
import { type QueueFilter, viewShown } from "@/lib/domain/queue";
import { parseReference } from "@/lib/domain/reference";
import { noDayMessage } from "./console-days";
import { readQueueFilter, type SearchParameters } from "./console-queue";
import { wordsLimit } from "./console-steps";
import { dayOf, dayParts } from "./day-parts";
import { printQuery } from "./queue-language";

export type BulkChoice = {
  /** `selected` the rows; `all` of the filter; `but`: all of the filter without the rows. */
  which: "selected" | "all" | "but";
  rows: readonly string[];
  filter: QueueFilter;
};

export function readBulkChoice(parameters: SearchParameters): BulkChoice {
  const rows = [parameters.row ?? []].flat().flatMap((typed) => parseReference(typed) ?? []);
  const which = z.enum(["selected", "all", "but"]).catch("selected").parse(parameters.which);
  return { which, rows, filter: readQueueFilter(parameters) };
}

/** A query string as a page gets it: what stands there twice is a list. */
export function parametersOf(query: string): SearchParameters {
  const read = new URLSearchParams(query);
  return Object.fromEntries([...new Set(read.keys())].map((name) => [name, read.getAll(name)]).map(single));
}

function single([name, values]: (string | string[])[]): [string, string | string[]] {
  return [String(name), Array.isArray(values) && values.length === 1 ? (values[0] ?? "") : (values ?? "")];
}

/** What of a filter may be written into the record: never the keyed hashes by which a person is found. */
export function recordedFilter({ which, rows, filter }: BulkChoice): string {
  if (which === "selected") return `${rows.length} selected`;
  const view = viewShown(filter);
  const searched = filter.email ?? filter.name ?? filter.reference;
  const parts = [...(view ? [`view:${view}`] : []), printQuery(filter.terms ?? {})].filter((part) => part !== "");
  const left = which === "but" ? [`without ${rows.length}`] : [];
  return [...parts, ...(searched ? ["a search"] : []), ...left].join(" ");
}

/** A message is named by its template: whose texts those are is for the command to find. */
export type BulkForm = { change: BulkTyped; from: string };
export type BulkTyped = Exclude<BulkChange, { step: "message" }> | { step: "message"; template: string };

const long = `Write ${wordsLimit} characters or fewer.`;

export const bulkForm: z.ZodType<BulkForm> = z
  .object({
    step: z.enum(bulkSteps, { error: "Choose what to do." }),
    to: z.union([z.uuid(), z.literal("")], { error: "Choose somebody who works here." }).default(""),
    note: z.string().trim().max(wordsLimit, long).default(""),
    template: z.string().max(200).default(""),
    ...dayParts("until"),
    wakeOnReply: z.literal("yes").optional(),
    from: z.string().max(8_000).default(""),
  })
  .transform((typed, context): BulkForm => {
    const change = changeOf(typed);
    if ("step" in change) return { change, from: typed.from };
    const [path = "step", message = ""] = change.missing;
    context.addIssue({ code: "custom", path: [path], message });
    return z.NEVER;
  });

type Typed = { step: BulkStep; to: string; note: string; template: string; wakeOnReply?: "yes" | undefined };

function changeOf(typed: Typed): BulkTyped | { missing: readonly [string, string] } {
  const { step, to, note, template } = typed;
  switch (step) {
    case "assign":
      return { step, to: to === "" ? null : to };
    case "note":
      return note === "" ? { missing: ["note", "Write the note."] } : { step, words: note };
    case "message":
      return template === "" ? { missing: ["template", "Choose the template."] } : { step, template };
    case "snooze": {
      const until = dayOf(typed, "until");
      if (until === null) return { missing: ["until", noDayMessage] };
      return { step, until, wakeOnReply: typed.wakeOnReply === "yes" };
    }
    default:
      return { step };
  }
}

export const takeBulkForm = z.object({ undo: z.literal("yes").optional() });

/** Whether an address names a run at all. */
export function isUuid(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
