// Decides on which day a clock starts. Receipt everywhere; in the UK the relevant time, in Switzerland after a cost share.
// Answers to UK GDPR Art. 12A(2) and to Art. 19 of the Swiss Data Protection Ordinance.
import { type CalendarDate, daysBetween, latest, plusDays } from "./calendar-date";
import { type ClockFacts, type ClockLine, clockLine, type Stop } from "./clock-facts";
import { pauseRuleFor } from "./clock-pauses";
import type { ClockSaying } from "./clock-saying";
import type { Citation, FeeRule, Law } from "./law";
import type { Right } from "./right";

/** `waiting` says what must arrive before the clock starts at all; `on` is then the day of receipt. */
export type Start = { readonly on: CalendarDate; readonly waiting: Stop | null; readonly lines: readonly ClockLine[] };

/** Something asked of the person that the law counts from: when it was asked, and the day that the start moves to. */
type Ask = {
  readonly from: CalendarDate;
  /** Null while it has not arrived. */
  readonly to: CalendarDate | null;
  readonly ground: Stop["ground"];
  readonly said: ClockSaying;
  readonly citation: Citation;
};

/**
 * The day the clock starts for this law and right, with the lines that say why. `lastDayFrom` gives the last day to
 * answer if the clock started on that day; null while it stands still. Who asks later than that moves nothing: a period
 * that is over cannot be opened again by asking.
 */
export function deriveStart({
  law,
  right,
  facts,
  lastDayFrom,
}: {
  law: Law;
  right: Right;
  facts: ClockFacts;
  lastDayFrom: (on: CalendarDate) => CalendarDate | null;
}): Start {
  const lines = [clockLine("receipt", { say: "received", counted: false }, facts.received, law.start)];
  let on = facts.received;
  let moved: Ask | null = null;
  for (const ask of asksOf(law, right, facts)) {
    const last = lastDayFrom(on);
    if (last !== null && ask.from > last) {
      const said = { say: "start_asked_too_late", asked: ask.ground, on: ask.from, ended: last } as const;
      lines.push(clockLine("ask_too_late", said, null, ask.citation));
      continue;
    }
    if (ask.to === null) return { on: facts.received, waiting: { since: ask.from, ground: ask.ground }, lines };
    if (ask.to > on) [on, moved] = [ask.to, ask];
  }
  return { on, waiting: null, lines: moved ? [...lines, clockLine("start", moved.said, on, moved.citation)] : lines };
}

/** Everything asked that this law counts from, in the order in which it was asked. */
function asksOf(law: Law, right: Right, facts: ClockFacts): readonly Ask[] {
  const asks = [...identityAsks(law, right, facts), ...feeAsks(feeRuleFor(law, right), facts)];
  return asks.sort((a, b) => daysBetween(b.from, a.from));
}

function identityAsks(law: Law, right: Right, facts: ClockFacts): readonly Ask[] {
  const rule = pauseRuleFor(law, right, "identity");
  if (rule?.effect !== "starts_over") return [];
  const said = { say: "starts", after: "identity" } as const;
  return identityPeriods(facts).map((period) => ({ ...period, ground: "identity", said, citation: rule.citation }));
}

/** From each request for identity to its answer. `verified` closes every open request made up to that day. */
function identityPeriods(facts: ClockFacts): readonly Pick<Ask, "from" | "to">[] {
  const { received, identityRequestedOn, verified } = facts;
  const periods = new Map<CalendarDate, CalendarDate | null>();
  const asks = facts.pauses.filter(({ ground }) => ground === "identity");
  // Who goes on without an answer starts nothing anew: the statute counts from what arrived.
  const given = asks.filter(({ unanswered }) => !unanswered);
  for (const { from, to } of given) {
    // Asked twice on one day: what counts is the last answer, in whatever order they were written down.
    const known = periods.get(from);
    periods.set(from, known === undefined || to === null ? to : known && latest(known, to));
  }
  if (identityRequestedOn && !asks.some(({ from }) => from === identityRequestedOn))
    periods.set(identityRequestedOn, null);
  if (verified) {
    const asked = [...periods.keys()].filter((day) => day <= verified);
    // Asked, but nobody wrote down when: taken as asked at once, so in time.
    const newest = latest(received, ...asked);
    for (const day of asked) if (periods.get(day) === null) periods.set(day, verified);
    periods.set(newest, verified);
  }
  return [...periods].map(([from, to]) => ({ from, to }));
}

function feeAsks(fee: FeeRule | null, { received, feeNotified, feePaid }: ClockFacts): readonly Ask[] {
  if (fee?.startsAt === "payment" && (feeNotified || feePaid)) {
    const said = { say: "starts", after: "fee" } as const;
    return [{ from: feeNotified ?? received, to: feePaid ?? null, ground: "fee", said, citation: fee.citation }];
  }
  if (fee?.startsAt === "end_of_reflection" && feeNotified) {
    const said = { say: "starts_after_reflection", announced: feeNotified, days: fee.reflectionDays } as const;
    const to = plusDays(feeNotified, fee.reflectionDays);
    return [{ from: feeNotified, to, ground: "fee", said, citation: fee.citation }];
  }
  return [];
}

function feeRuleFor(law: Law, right: Right): FeeRule | null {
  if (!law.fee) return null;
  return law.fee.rights === "every" || law.fee.rights.includes(right) ? law.fee : null;
}
