// Answers a file of questions about the law, entry by entry: one bad entry never costs the others their answer.
import { z } from "zod";
import type { ClockLine } from "@/lib/domain/clock";
import { answerClockQuestion } from "@/lib/domain/clock-question";

const text = z.string().nullish();
const count = z.number().int().positive().nullish();

const entry = z.looseObject({
  regime: z.string(),
  received: z.string(),
  event: text,
  tz: text,
  request_type: text,
  entity: text,
  requested: text,
  identity_requested: text,
  verified: text,
  paused: z.array(z.looseObject({ from: z.string(), to: text, reason: z.string() })).nullish(),
  fee_paid: text,
  fee_notified: text,
  extended: z.union([z.boolean(), z.string()]).nullish(),
  extended_until: text,
  holidays: z.array(z.string()).nullish(),
  published_period_days: count,
  promise_days: count,
});

export type FileAnswer = { id: unknown; due: string | null; lines: readonly ClockLine[]; error?: string };

/** Answers every entry of a JSON array; throws an Error in plain words when the text is no such array. */
export function answerFile(json: string): FileAnswer[] {
  const entries = readArray(json);
  return entries.map((one) => answerEntry(one));
}

function readArray(json: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new Error(`the file is not JSON: ${(cause as Error).message}`, { cause });
  }
  if (Array.isArray(value)) return value;
  throw new Error("the file must hold a JSON array of questions, such as lib/domain/vectors/deadlines.json");
}

function answerEntry(value: unknown): FileAnswer {
  const id = idOf(value);
  const parsed = entry.safeParse(value);
  if (!parsed.success) return { id, due: null, lines: [], error: parsed.error.issues.map(inWords).join("; ") };
  try {
    return { id, ...answerClockQuestion(parsed.data) };
  } catch (fault) {
    // Words and days that the law does not know come as RangeErrors; anything else is our own mistake and must show.
    if (!(fault instanceof RangeError)) throw fault;
    return { id, due: null, lines: [], error: fault.message };
  }
}

function idOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "id" in value ? value.id : null;
}

function inWords(issue: z.core.$ZodIssue): string {
  const field = issue.path.join(".") || "the entry";
  if (issue.code !== "invalid_type") return `${field}: ${issue.message}`;
  return issue.input === undefined && issue.message.includes("undefined")
    ? `${field} is missing`
    : `${field} must be ${issue.expected === "object" ? "an object" : `a ${issue.expected}`}`;
}
