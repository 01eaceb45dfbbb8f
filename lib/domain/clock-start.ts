// Decides on which day a clock starts. Receipt everywhere; in the UK the relevant time, in Switzerland after a cost share.
// Answers to UK GDPR Art. 12A(2) and to Art. 19 of the Swiss Data Protection Ordinance.
import { type CalendarDate, daysBetween, formatDay, latest, plusDays } from "./calendar-date";
import { type ClockFacts, type ClockLine, clockLine, type Stop } from "./clock-facts";
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
  readonly text: string;
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
  const lines = [clockLine("receipt", "received; the day itself is not counted", facts.received, law.start)];
  let on = facts.received;
  let moved: Ask | null = null;
  for (const ask of asksOf(law, right, facts)) {
    const last = lastDayFrom(on);
    if (last !== null && ask.from > last) {
      lines.push(clockLine("ask_too_late", tooLateText(ask, last), null, ask.citation));
      continue;
    }
    if (ask.to === null) return { on: facts.received, waiting: { since: ask.from, ground: ask.ground }, lines };
    if (ask.to > on) [on, moved] = [ask.to, ask];
  }
  return { on, waiting: null, lines: moved ? [...lines, clockLine("start", moved.text, on, moved.citation)] : lines };
}

/** Everything asked that this law counts from, in the order in which it was asked. */
function asksOf(law: Law, right: Right, facts: ClockFacts): readonly Ask[] {
  const asks = [...identityAsks(law, facts), ...feeAsks(feeRuleFor(law, right), facts)];
  return asks.sort((a, b) => daysBetween(b.from, a.from));
}

function identityAsks(law: Law, facts: ClockFacts): readonly Ask[] {
  const rule = restartRule(law);
  if (!rule) return [];
  const text = "the clock starts when the identity information that was asked for arrived";
  return identityPeriods(facts).map((period) => ({ ...period, ground: "identity", text, citation: rule.citation }));
}

/** From each request for identity to its answer. `verified` closes every open request made up to that day. */
function identityPeriods(facts: ClockFacts): readonly Pick<Ask, "from" | "to">[] {
  const { received, identityRequestedOn, verified } = facts;
  const periods = new Map(identityRequestedOn ? [[identityRequestedOn, null as CalendarDate | null]] : []);
  for (const { from, to, ground } of facts.pauses) if (ground === "identity") periods.set(from, to);
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
    const text = "the clock starts when the fee was paid";
    return [{ from: feeNotified ?? received, to: feePaid ?? null, ground: "fee", text, citation: fee.citation }];
  }
  if (fee?.startsAt === "end_of_reflection" && feeNotified) {
    const text = `a share of the costs was announced on ${formatDay(feeNotified)}; the clock starts after ${fee.reflectionDays} days to think it over`;
    const to = plusDays(feeNotified, fee.reflectionDays);
    return [{ from: feeNotified, to, ground: "fee", text, citation: fee.citation }];
  }
  return [];
}

function tooLateText({ from, ground }: Ask, last: CalendarDate): string {
  const thing = ground === "fee" ? "a fee" : "proof of identity";
  return `asked for ${thing} on ${formatDay(from)}, after the period had ended on ${formatDay(last)}: the start does not move`;
}

function restartRule(law: Law) {
  return law.pauses.find((rule) => rule.effect === "starts_over");
}

function feeRuleFor(law: Law, right: Right): FeeRule | null {
  if (!law.fee) return null;
  return law.fee.rights === "every" || law.fee.rights.includes(right) ? law.fee : null;
}
