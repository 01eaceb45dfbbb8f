// Decides which date a bare question about the law asks for: one law, one event, the facts in the law's own words.
// The project's law vectors are such questions, and so are the files that `npm run clock` reads.
import { type CalendarDate, calendarDate, earliest, readDay } from "./calendar-date";
import { deriveClock } from "./clock";
import { deriveProcedureClock } from "./clock-derivation";
import { type Clock, type ClockFacts, type ClockLine, type ClockSettings, clockLine, type Pause } from "./clock-facts";
import type { Law, PauseGround, Procedure } from "./law";
import { lawOf } from "./laws";
import { type RegimeId, regimeIds } from "./regime";
import { type RequestType, readRequestType } from "./request-type";

export const clockEvents = ["response", "acknowledgement", "extension_notice", "extension", "appeal"] as const;
export type ClockEvent = (typeof clockEvents)[number];

/** Dates are `YYYY-MM-DD` or instants with an offset; `extended` is whether, or when, an extension was told. */
export type ClockQuestion = {
  readonly regime: string;
  readonly received: string;
  readonly event?: string | null | undefined;
  readonly tz?: string | null | undefined;
  readonly request_type?: string | null | undefined;
  readonly entity?: string | null | undefined;
  readonly requested?: string | null | undefined;
  readonly identity_requested?: string | null | undefined;
  readonly verified?: string | null | undefined;
  readonly paused?: readonly { from: string; to?: string | null | undefined; reason: string }[] | null | undefined;
  readonly fee_paid?: string | null | undefined;
  readonly fee_notified?: string | null | undefined;
  readonly extended?: boolean | string | null | undefined;
  readonly extended_until?: string | null | undefined;
  readonly holidays?: readonly string[] | null | undefined;
  readonly published_period_days?: number | null | undefined;
  readonly promise_days?: number | null | undefined;
};

export type ClockAnswer = { readonly due: CalendarDate | null; readonly lines: readonly ClockLine[] };

/** Answers one question; throws a RangeError in plain words for a law, event, date or word that it does not know. */
export function answerClockQuestion(question: ClockQuestion): ClockAnswer {
  const event = readEvent(question.event);
  const law = lawOf(readRegime(question.regime));
  const clock = clockOf(question, law, event);
  if (!clock) return noPeriod(law, readFacts(question), event);
  if (event === "response" || event === "appeal") return { due: clock.dueOn, lines: clock.lines };

  const { acknowledge, extensionNotice, extendedAnswer } = clock.derivations;
  const period = { acknowledgement: acknowledge, extension_notice: extensionNotice, extension: extendedAnswer }[event];
  if (!period) return noPeriod(law, readFacts(question), event);
  return { due: period.end, lines: [...openingOf(clock), ...period.lines] };
}

/** The whole clock behind a question; null where this law has no such procedure. */
export function clockOf(question: ClockQuestion, law: Law, event: ClockEvent): Clock | null {
  const asked = readRequestType(question.request_type);
  const facts = readFacts(question);
  const settings = readSettings(question);
  const procedure = procedureAfter(law, asked, event);
  if (procedure) return deriveProcedureClock({ law, procedure, right: asked.right, facts, settings });
  if (asked.after || event === "appeal") return null;
  return deriveClock({ regime: law.id, right: asked.right, facts, ...settings });
}

/** Reads a regime id; throws a RangeError that lists the ids known. */
export function readRegime(text: string): RegimeId {
  const known = regimeIds.find((id) => id === text);
  if (known) return known;
  throw new RangeError(`unknown regime "${text}"; known are ${regimeIds.join(", ")}`);
}

function readEvent(text: string | null | undefined): ClockEvent {
  const known = clockEvents.find((event) => event === (text ?? "response"));
  if (known) return known;
  throw new RangeError(`unknown event "${text}"; known are ${clockEvents.join(", ")}`);
}

function procedureAfter(law: Law, asked: RequestType, event: ClockEvent): Procedure | null {
  if (asked.after) return law.after[asked.after] ?? null;
  if (event !== "appeal") return null;
  return law.after.appeal ?? law.after.grievance ?? null;
}

function readFacts(question: ClockQuestion): ClockFacts {
  const day = (text: string | null | undefined) => (text ? readDay(text, question.tz ?? "UTC") : null);
  const received = readDay(question.received, question.tz ?? "UTC");
  const requested = day(question.requested);
  const pauses = (question.paused ?? []).map((pause) => readPause(pause, day));
  const neverVerified = question.verified === null && !pauses.some((pause) => pause.ground === "identity");
  return {
    received,
    requested,
    pauses,
    identityRequestedOn: day(question.identity_requested) ?? (neverVerified ? received : null),
    verified: day(question.verified),
    feePaid: day(question.fee_paid),
    feeNotified: day(question.fee_notified),
    // Told, but not when: taken as told at once, so that it was in time under every law.
    extendedOn: question.extended === true ? earliest(received, requested ?? received) : day(question.extended || null),
    extendedUntil: day(question.extended_until),
    entity: readEntity(question.entity),
  };
}

function readEntity(text: string | null | undefined): "organisation" | "agency" {
  if (!text || text === "organisation") return "organisation";
  if (text === "agency") return "agency";
  throw new RangeError(`unknown entity "${text}"; known are organisation, agency`);
}

function readPause(
  pause: { from: string; to?: string | null | undefined; reason: string },
  day: (text: string | null | undefined) => CalendarDate | null,
): Pause {
  const from = day(pause.from);
  const to = day(pause.to);
  if (!from) throw new RangeError("a pause needs the day it was asked");
  if (to && to < from) throw new RangeError(`a pause ends on ${to}, before it begins on ${from}`);
  // Whoever calls it a pause says that it is one.
  return { from, to, ground: readGround(pause.reason), suspends: true };
}

function readGround(text: string): PauseGround {
  if (text === "identity" || text === "clarification") return text;
  throw new RangeError(`unknown reason for a pause "${text}"; known are identity, clarification`);
}

function readSettings(question: ClockQuestion): ClockSettings {
  return {
    holidays: new Set((question.holidays ?? []).map(calendarDate)),
    promiseDays: question.promise_days ?? undefined,
    publishedPeriodDays: question.published_period_days ?? undefined,
  };
}

function openingOf(clock: Clock): readonly ClockLine[] {
  return clock.lines.filter((line) => ["receipt", "start", "pause_without_effect"].includes(line.rule));
}

function noPeriod(law: Law, facts: ClockFacts, event: ClockEvent): ClockAnswer {
  const things = {
    response: "answer",
    acknowledgement: "acknowledgement",
    extension_notice: "extension",
    extension: "extension",
    appeal: "appeal",
  } as const;
  const receipt = clockLine("receipt", { say: "received" }, facts.received, law.start);
  const said = { say: "not_known", law: law.name, thing: things[event] } as const;
  return { due: null, lines: [receipt, clockLine(event, said, null, law.request.answer.citation)] };
}
