// Runs `npm run clock`: a file of questions to JSON, or one question to plain words.
import { holidaysOf } from "@/lib/calendars/holidays";
import { readDay } from "@/lib/domain/calendar-date";
import type { Clock } from "@/lib/domain/clock";
import { clockEvents, clockOf, readRegime } from "@/lib/domain/clock-question";
import { lawOf } from "@/lib/domain/laws";
import { regimeIds } from "@/lib/domain/regime";
import { requestTypes } from "@/lib/domain/request-type";
import { type Asked, readArguments } from "./clock-arguments";
import { answerFile } from "./clock-file";
import { clockInWords, closingWords } from "./clock-words";

export type Outcome = { out: string; problem: string; code: 0 | 1 };

type Question = Extract<Asked, { kind: "question" }>;

/** `readFile` gets the path as typed. Code 1: a file with a bad entry, or something that could not be understood. */
export function runClock(args: readonly string[], readFile: (path: string) => string): Outcome {
  try {
    const asked = readArguments(args);
    if (asked.kind === "help") return { out: help(), problem: "", code: 0 };
    if (asked.kind === "question") return { out: `${answerInWords(asked)}\n`, problem: "", code: 0 };
    const answers = answerFile(readFile(asked.path));
    const code = answers.some((answer) => answer.error !== undefined) ? 1 : 0;
    return { out: `${JSON.stringify(answers, null, 2)}\n`, problem: "", code };
  } catch (fault) {
    return { out: "", problem: `${(fault as Error).message}\nSee npm run -s clock -- --help\n`, code: 1 };
  }
}

function answerInWords({ regimes, place, question }: Question): string {
  const year = Number(readDay(question.received, question.tz ?? "UTC").slice(0, 4));
  const calendar = place ? holidaysOf(place, { from: year - 1, to: year + 2 }) : [];
  const holidays = [...calendar, ...(question.holidays ?? [])];
  const named = question.promise_days ? [...regimes, "contract_30d"] : regimes;
  const clocks = [...new Set(named)].map((regime) => clockFor({ ...question, regime, holidays }));
  const where = place ? [place.country, place.state].filter(Boolean).join("-") : null;
  const counted = where
    ? `Public holidays of ${where} are taken into account.`
    : "No public holidays are taken into account: name a place with --country DE.";
  return [...clocks.map(clockInWords), closingWords(clocks, counted)].join("\n\n");
}

function clockFor(question: Parameters<typeof clockOf>[0]): Clock {
  const law = lawOf(readRegime(question.regime));
  const clock = clockOf(question, law, "response");
  if (clock) return clock;
  throw new RangeError(`${law.name} knows no ${question.request_type} with dates of its own`);
}

function help(): string {
  return `Counts the dates of data protection law and shows how.

  npm run -s clock -- --received 2026-01-31 --regime eu_gdpr [--right erasure] [--country DE]
  npm run -s clock -- FILE.json

One question, answered in plain words
  --received DAY            the day of receipt, or an instant with offset and --tz Europe/Berlin
  --regime LAW              ${wrap(regimeIds)}
                            may be given several times: the earliest date wins
  --right WORD              ${wrap(requestTypes)}
  --country DE --region BE  the place whose public holidays count; --holiday DAY adds one
  --identity-asked DAY --verified DAY     proof of identity asked for, and arrived
  --pause clarification:DAY..DAY          asked..answered; also identity:DAY..DAY; open: DAY..
  --fee-notified DAY --fee-paid DAY
  --extended | --extended-on DAY          an extension was told; Switzerland: --extended-until DAY
  --requested DAY           the date on the letter (PIPEDA)
  --entity agency           an Australian agency
  --promise DAYS            the organisation's own promise, beside the law
  --published DAYS          the period the organisation publishes (India)

A file of questions, answered as JSON
  an array of objects with id, regime, event, received, tz, request_type, holidays, verified, paused, requested,
  fee_paid, fee_notified, extended, entity, published_period_days; events: ${clockEvents.join(", ")}.
  Printed: [{"id", "due", "lines"}]; a bad entry gets "error", the rest is still answered, and the exit code is 1.

Habeas explains how the law is counted. It gives no legal advice.
`;
}

function wrap(words: readonly string[]): string {
  const lines = [""];
  for (const word of words) {
    const last = `${lines.at(-1)}${word} `;
    if (last.length > 80) lines.push(`${word} `);
    else lines[lines.length - 1] = last;
  }
  return lines.map((line) => line.trim()).join(`\n${" ".repeat(28)}`);
}
