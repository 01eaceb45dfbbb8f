// Decides which clock a request runs on: the laws of the person's place and the organisation's promise, earliest first.
// Answers to GDPR Art. 12(3) and its siblings; a promise can only shorten, until an extension is told with its reasons.
import type { CalendarDate } from "./calendar-date";
import { type Clock, type ClockFacts, deriveWorkClock } from "./clock";
import type { ClockSettings } from "./clock-facts";
import { type ContestClock, contestClocks } from "./contest-clock";
import type { RequestFacts } from "./request";
import type { Right } from "./right";

export type RequestClock = {
  /** One clock for each law and right with its own period, and the promise. */
  clocks: readonly Clock[];
  /** The one the desk works to. */
  workTo: Clock;
  dueOn: CalendarDate | null;
  /** The earliest date of a law, of the promise where no law applies; null while it stands still. */
  lawDueOn: CalendarDate | null;
  /** The earliest clock of a law that knows an extension; null where none does. */
  extendable: Clock | null;
  /**
   * What an extension told on `on` would give; `until` where the law leaves its length open. Null when it moves nothing:
   * another law, which knows none, still wants the same right answered on the same day.
   */
  extension(on: CalendarDate, until: CalendarDate | null): Extension | null;
  /** Appeals and complaints with their own dates, open and decided ones. */
  contests: readonly ContestClock[];
};

/** The last day under the laws for what is extended, before and after. */
export type Extension = { from: CalendarDate; to: CalendarDate };

export function clockFactsOf(facts: RequestFacts): ClockFacts {
  return {
    received: facts.receivedOn,
    identityRequestedOn: facts.identityAskedOn,
    verified: facts.identityAskedOn === null ? undefined : facts.verifiedOn,
    pauses: facts.pauses,
    extendedOn: facts.extension?.on ?? null,
    extendedUntil: facts.extension?.to ?? null,
    entity: "organisation",
  };
}

/** Every clock of the request and the one that the desk works to, under the settings that its dates were promised under. */
export function requestClock(facts: RequestFacts, settings: ClockSettings): RequestClock {
  const { clocks, workTo } = deriveWorkClock({
    regimes: facts.received.regimes,
    rights: facts.rights.map(({ right }) => right),
    facts: clockFactsOf(facts),
    holidays: settings.holidays,
    promiseDays: settings.promiseDays,
    publishedPeriodDays: settings.publishedPeriodDays,
  });
  const laws = clocks.filter(({ regime }) => regime !== "contract_30d");
  const extendable = earliest(laws.filter(({ extendable }) => extendable));
  // Once the person was told of an extension and why, the law's new date is what they were promised.
  const worked = facts.extension ? (earliest(laws) ?? workTo) : workTo;
  const extension = (on: CalendarDate, until: CalendarDate | null) => {
    const to = extendable?.extendedRespondBy ?? until ?? on;
    const extended = requestClock({ ...facts, extension: { on, from: on, to } }, settings);
    return movedBy(clocks, extended.clocks, facts.rights);
  };
  const contests = contestClocks(facts, settings);
  // Whoever was right is answered anew by the day on which the contest itself had to be answered, and no law gives more.
  const anew = contests.find(({ contest }) => contest.seq === facts.reopenedBy)?.workTo;
  if (anew?.dueOn) {
    const { dueOn } = anew;
    return { clocks, workTo: anew, dueOn, lawDueOn: dueOn, extendable: null, extension: () => null, contests };
  }
  const { dueOn: lawDueOn } = earliest(laws) ?? worked;
  return { clocks, workTo: worked, dueOn: worked.dueOn, lawDueOn, extendable, extension, contests };
}

/** Of the rights whose date under the laws moves, the one that is due first. */
function movedBy(before: readonly Clock[], after: readonly Clock[], asked: RequestFacts["rights"]): Extension | null {
  const moved = asked.flatMap(({ right }) => {
    const [from, to] = [before, after].map((clocks) => lawDate(clocks, right));
    return from && to && to > from ? [{ from, to }] : [];
  });
  return moved.sort((left, right) => (left.to < right.to ? -1 : 1))[0] ?? null;
}

function lawDate(clocks: readonly Clock[], right: Right): CalendarDate | null {
  const laws = clocks.filter(({ regime, rights }) => regime !== "contract_30d" && rights.includes(right));
  return earliest(laws)?.dueOn ?? null;
}

// A clock that stands still has no date and comes last.
function earliest(clocks: readonly Clock[]): Clock | null {
  return [...clocks].sort((left, right) => ((left.dueOn ?? "9999") < (right.dueOn ?? "9999") ? -1 : 1))[0] ?? null;
}
