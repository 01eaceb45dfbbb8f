// Reads what a person types after `npm run clock --` into a question about the law.
import { parseArgs } from "node:util";
import type { ClockQuestion } from "@/lib/domain/clock-question";

const options = {
  help: { type: "boolean", short: "h" },
  received: { type: "string" },
  regime: { type: "string", multiple: true },
  right: { type: "string" },
  country: { type: "string" },
  region: { type: "string" },
  tz: { type: "string" },
  entity: { type: "string" },
  requested: { type: "string" },
  "identity-asked": { type: "string" },
  verified: { type: "string" },
  pause: { type: "string", multiple: true },
  "fee-notified": { type: "string" },
  "fee-paid": { type: "string" },
  extended: { type: "boolean" },
  "extended-on": { type: "string" },
  "extended-until": { type: "string" },
  promise: { type: "string" },
  published: { type: "string" },
  holiday: { type: "string", multiple: true },
} as const;

/** What was asked for: help, a file to answer, or one question under one or more laws. */
export type Asked =
  | { kind: "help" }
  | { kind: "file"; path: string }
  | { kind: "question"; regimes: readonly string[]; place: AskedPlace; question: Omit<ClockQuestion, "regime"> };

export type AskedPlace = { country: string; state: string | undefined } | null;

/** Throws an Error in plain words for an option that it does not know or a number that is none. */
export function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path, more] = positionals;
  if (values.help || (!path && Object.keys(values).length === 0)) return { kind: "help" };
  if (more) throw new Error(`one file at a time: "${more}" is one too many`);
  if (path) return { kind: "file", path };
  if (!values.received) throw new Error("the day of receipt is missing: --received 2026-01-31");
  if (!values.regime) throw new Error("the law is missing: --regime eu_gdpr");
  return {
    kind: "question",
    regimes: values.regime,
    place: values.country ? { country: values.country.toUpperCase(), state: values.region?.toUpperCase() } : null,
    question: {
      received: values.received,
      tz: values.tz,
      request_type: values.right,
      entity: values.entity,
      requested: values.requested,
      identity_requested: values["identity-asked"],
      verified: values.verified,
      paused: values.pause?.map(readPause),
      fee_notified: values["fee-notified"],
      fee_paid: values["fee-paid"],
      extended: values["extended-on"] ?? values.extended,
      extended_until: values["extended-until"],
      promise_days: readCount(values.promise, "--promise"),
      published_period_days: readCount(values.published, "--published"),
      holidays: values.holiday,
    },
  };
}

/** `clarification:2026-04-08..2026-04-18`, and without the second day when nobody has answered yet. */
function readPause(text: string): { from: string; to: string | null; reason: string } {
  const [, reason = "", from = "", to] = /^(\w+):([^.]+)\.\.(.*)$/.exec(text) ?? [];
  if (!from) throw new Error(`a pause is written --pause clarification:2026-04-08..2026-04-18, not "${text}"`);
  return { from, to: to || null, reason };
}

function readCount(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`${option} is a number of days, not "${text}"`);
}
