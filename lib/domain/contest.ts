// Decides what may be asked of us again: an appeal, a grievance or a complaint. It is no state of the request; it runs beside
// it under a clock of its own (contest-clock.ts), and a request can hold several, one open of each kind.
// Answers to Va. Code §59.1-577(C), C.R.S. 6-1-1306(3), Conn. Gen. Stat. §42-518(d), Tex. Bus. & Com. Code 541.053,
// DPA 2018 s.164A, DPDP Act s.13 and 11 CCR §7021 for automated decisions.
import type { CalendarDate } from "./calendar-date";
import type { Outcome } from "./events";
import type { AfterAnswer, AfterProcedure } from "./law";
import { lawOf } from "./laws";
import { owingStates } from "./lifecycle";
import type { Refusal } from "./refusal";
import type { RegimeId } from "./regime";
import type { RequestFacts } from "./request";

export type ContestKind = AfterAnswer;

/** In the order in which they are offered. */
export const contestKinds = ["appeal", "grievance", "complaint"] as const satisfies readonly ContestKind[];

/** `denied`: what we did stands. `granted`: the person was right. `reversed`: so much so that the answer is made anew. */
/** Of which of its dates staff were told last; the same words as for the answer's date, see due-notices.ts. */
export type ContestTold = {
  warnedFor: CalendarDate | null;
  warnedBefore: number | null;
  escalatedFor: CalendarDate | null;
};
export const untold: ContestTold = { warnedFor: null, warnedBefore: null, escalatedFor: null };

export type ContestOutcome = "denied" | "granted" | "reversed";

export type Contest = {
  kind: ContestKind;
  /** The laws under which it was asked; one clock for each. */
  regimes: readonly RegimeId[];
  /** Number of the event that opened it, and its name. */
  seq: number;
  /** The day on which it reached anybody here, by whatever way; its clock is counted from it. */
  openedOn: CalendarDate;
  /** The answer that was out when it was opened; null where none was. */
  answerId: string | null;
  /** When a letter that says so had left, or staff said it. */
  acknowledgedOn: CalendarDate | null;
  extension: { on: CalendarDate; to: CalendarDate } | null;
  decided: { on: CalendarDate; outcome: ContestOutcome } | null;
  told: ContestTold;
};

/** What a person may ask now, and under which of the request's laws. */
export type ContestOffer = { kind: ContestKind; regimes: readonly RegimeId[] };

type Contested = Pick<
  RequestFacts,
  "state" | "received" | "rights" | "outcomes" | "contests" | "answeredOn" | "prepared" | "purgedOn"
>;

/** The day, and the day on which the request itself is due; null while its clock stands still. */
export type ContestDay = { today: CalendarDate; dueOn: CalendarDate | null };

/** The answer that is out; null where none is. */
export function answerOut({ answeredOn, prepared }: Pick<RequestFacts, "answeredOn" | "prepared">): string | null {
  return answeredOn === null ? null : (prepared?.answerId ?? null);
}

export function openContests({ contests }: Pick<RequestFacts, "contests">): readonly Contest[] {
  return contests.filter(({ decided }) => decided === null);
}

/** Everything that may be asked today. Nothing twice while it is open, nor twice about the same answer. */
export function contestsOffered(facts: Contested, day: ContestDay): readonly ContestOffer[] {
  return contestKinds.flatMap((kind) => {
    const regimes = facts.received.regimes.filter((regime) => isOpenTo(facts, day, { kind, regime }));
    return regimes.length > 0 && facts.purgedOn === null ? [{ kind, regimes }] : [];
  });
}

/** Why this may not be asked today; null when it may. */
export function contestRefusal(facts: Contested, day: ContestDay, kind: ContestKind): Refusal | null {
  if (contestsOffered(facts, day).some((offer) => offer.kind === kind)) return null;
  if (openContests(facts).some((contest) => contest.kind === kind)) return "contest_open";
  const known = facts.received.regimes.some((regime) => lawOf(regime).after[kind]);
  return known ? "nothing_to_contest" : "no_contest_in_law";
}

function isOpenTo(facts: Contested, day: ContestDay, asked: { kind: ContestKind; regime: RegimeId }): boolean {
  const { kind, regime } = asked;
  const opens = lawOf(regime).after[kind]?.opens;
  if (!opens || (opens.inForce !== null && day.today < opens.inForce)) return false;
  const earlier = facts.contests.filter((contest) => contest.kind === kind && contest.regimes.includes(regime));
  if (earlier.some(({ decided }) => decided === null)) return false;
  if (opens.on === "any_time") return true;
  const about = answerOut(facts);
  return wasRefused(facts, day, opens) && !earlier.some(({ answerId }) => answerId === about);
}

/** A right that this law lets contest was refused in whole or in part, or no answer came in time (silence is refusal too). */
function wasRefused(facts: Contested, { today, dueOn }: ContestDay, opens: AfterProcedure["opens"]): boolean {
  const concerns = ({ right }: { right: (typeof facts.rights)[number]["right"] }) =>
    opens.rights === "every" || opens.rights.includes(right);
  if (!facts.rights.some(concerns)) return false;
  if (facts.state === "lapsed") return true;
  if (owingStates.includes(facts.state)) return dueOn !== null && today > dueOn;
  const short: readonly Outcome[] = ["partly", "refused"];
  return facts.outcomes.some((decided) => concerns(decided) && short.includes(decided.outcome));
}

/** The open contest of a kind. */
export function openContest(facts: Pick<RequestFacts, "contests">, kind: ContestKind): Contest | null {
  return openContests(facts).find((contest) => contest.kind === kind) ?? null;
}

/** Why none of the kinds may be taken down today; null when one may. What is nearest to open is said. */
export function anyContestRefusal(facts: Contested, day: ContestDay): Refusal | null {
  const refused = contestKinds.map((kind) => contestRefusal(facts, day, kind));
  return refused.includes(null) ? null : (refused.find((one) => one !== "no_contest_in_law") ?? "no_contest_in_law");
}

/** Whoever prepared or released an answer of this request has judged it once: somebody else looks at it now. */
export function hasJudged(facts: Pick<RequestFacts, "answeredBy" | "prepared">, staffId: string): boolean {
  return judgesOf(facts).includes(staffId);
}

/** Staff who may not decide what is said against an answer of this request. */
export function judgesOf({ answeredBy, prepared }: Pick<RequestFacts, "answeredBy" | "prepared">): readonly string[] {
  return [...answeredBy, ...(prepared ? [prepared.by] : [])];
}

/** The address is one that the person showed to be theirs, and nobody else reads there: letters about a contest may go to it. */
export function isWrittenTo({ confirmedOn, authority }: Pick<RequestFacts, "confirmedOn" | "authority">): boolean {
  return confirmedOn !== null && authority.deniedOn === null;
}

/** The answer is out, and this is about it: whoever is right gets a new one, not only a kind word. */
export function needsNewAnswer(facts: Contested, { kind, regimes }: Contest): boolean {
  return answerOut(facts) !== null && regimes.some((regime) => lawOf(regime).after[kind]?.opens.on === "refusal");
}
