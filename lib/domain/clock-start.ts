// Decides on which day a clock starts. Receipt everywhere; in the UK the relevant time, in Switzerland after a cost share.
// Answers to UK GDPR Art. 12A(2) and to Art. 19 of the Swiss Data Protection Ordinance.
import { type CalendarDate, earliest, formatDay, latest, plusDays } from "./calendar-date";
import { type ClockFacts, type ClockLine, clockLine, type Stop } from "./clock-facts";
import type { Citation, FeeRule, Law } from "./law";
import type { Right } from "./right";

/** `waiting` says what must arrive before the clock starts at all; `on` is then the day of receipt. */
export type Start = { readonly on: CalendarDate; readonly waiting: Stop | null; readonly lines: readonly ClockLine[] };

type Mover = { readonly on: CalendarDate; readonly text: string; readonly citation: Citation };

/** The day the clock starts for this law and right, with the lines that say why. */
export function deriveStart({ law, right, facts }: { law: Law; right: Right; facts: ClockFacts }): Start {
  const receipt = clockLine("receipt", "received; the day itself is not counted", facts.received, law.start);
  const waiting = waitingFor(law, right, facts);
  if (waiting) return { on: facts.received, waiting, lines: [receipt] };

  const on = latest(facts.received, ...moversOf(law, right, facts).map((mover) => mover.on));
  const mover = moversOf(law, right, facts).find((one) => one.on === on);
  if (!mover || on === facts.received) return { on, waiting: null, lines: [receipt] };
  return { on, waiting: null, lines: [receipt, clockLine("start", mover.text, on, mover.citation)] };
}

function waitingFor(law: Law, right: Right, facts: ClockFacts): Stop | null {
  const asked = openIdentityRequests(law, facts);
  const [first, ...others] = asked;
  if (first) return { since: earliest(first, ...others), ground: "identity" };
  const fee = feeRuleFor(law, right);
  const feeIsOpen = fee?.startsAt === "payment" && facts.feeNotified && !facts.feePaid;
  return feeIsOpen ? { since: facts.feeNotified, ground: "fee" } : null;
}

function openIdentityRequests(law: Law, facts: ClockFacts): readonly CalendarDate[] {
  if (!restartRule(law)) return [];
  const open = facts.pauses.filter((pause) => pause.ground === "identity" && pause.to === null).map((p) => p.from);
  // An answer recorded as `verified` closes every request for identity made up to that day.
  const asked = facts.identityRequestedOn ? [...open, facts.identityRequestedOn] : open;
  return asked.filter((day) => !answeredBy(facts, day));
}

function answeredBy(facts: ClockFacts, asked: CalendarDate): boolean {
  if (facts.verified && facts.verified >= asked) return true;
  return facts.pauses.some((pause) => pause.ground === "identity" && pause.to !== null && pause.from === asked);
}

function moversOf(law: Law, right: Right, facts: ClockFacts): readonly Mover[] {
  return [...identityMovers(law, facts), ...feeMovers(feeRuleFor(law, right), facts)];
}

function identityMovers(law: Law, facts: ClockFacts): readonly Mover[] {
  const rule = restartRule(law);
  if (!rule) return [];
  const arrived = facts.pauses.map((pause) => (pause.ground === "identity" ? pause.to : null));
  return [facts.verified ?? null, ...arrived]
    .filter((on) => on !== null)
    .map((on) => ({
      on,
      text: "the clock starts when the identity information that was asked for arrived",
      citation: rule.citation,
    }));
}

function feeMovers(fee: FeeRule | null, facts: ClockFacts): readonly Mover[] {
  if (fee?.startsAt === "payment" && facts.feePaid) {
    return [{ on: facts.feePaid, text: "the clock starts when the fee was paid", citation: fee.citation }];
  }
  if (fee?.startsAt === "end_of_reflection" && facts.feeNotified) {
    const text = `a share of the costs was announced on ${formatDay(facts.feeNotified)}; the clock starts after ${fee.reflectionDays} days to think it over`;
    return [{ on: plusDays(facts.feeNotified, fee.reflectionDays), text, citation: fee.citation }];
  }
  return [];
}

function restartRule(law: Law) {
  return law.pauses.find((rule) => rule.effect === "starts_over");
}

function feeRuleFor(law: Law, right: Right): FeeRule | null {
  if (!law.fee) return null;
  return law.fee.rights === "every" || law.fee.rights.includes(right) ? law.fee : null;
}
