// Decides which clock a request runs on: the laws of the person's place and the organisation's promise, earliest first.
// Answers to GDPR Art. 12(3) and its siblings; a promise can only shorten, until an extension is told with its reasons.
import type { CalendarDate } from "./calendar-date";
import { type Clock, type ClockFacts, deriveWorkClock } from "./clock";
import type { OrganisationProfile } from "./organisation";
import type { RequestFacts } from "./request";

export type RequestClock = {
  /** One clock for each law and right with its own period, and the promise. */
  clocks: readonly Clock[];
  /** The one the desk works to. */
  workTo: Clock;
  dueOn: CalendarDate | null;
  /** The earliest clock of a law that knows an extension; null where none does. */
  extendable: Clock | null;
};

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

/** Every clock of the request and the one that the desk works to. */
export function requestClock(
  facts: RequestFacts,
  profile: Pick<OrganisationProfile, "promise" | "publishedPeriodDays">,
  holidays: ReadonlySet<CalendarDate>,
): RequestClock {
  const { clocks, workTo } = deriveWorkClock({
    regimes: facts.received.regimes,
    rights: facts.rights.map(({ right }) => right),
    facts: clockFactsOf(facts),
    holidays,
    promiseDays: profile.promise.days,
    publishedPeriodDays: profile.publishedPeriodDays,
  });
  const laws = clocks.filter(({ regime }) => regime !== "contract_30d");
  const extendable = earliest(laws.filter(({ extendable }) => extendable));
  // Once the person was told of an extension and why, the law's new date is what they were promised.
  const worked = facts.extension ? (earliest(laws) ?? workTo) : workTo;
  return { clocks, workTo: worked, dueOn: worked.dueOn, extendable };
}

// A clock that stands still has no date and comes last.
function earliest(clocks: readonly Clock[]): Clock | null {
  return [...clocks].sort((left, right) => ((left.dueOn ?? "9999") < (right.dueOn ?? "9999") ? -1 : 1))[0] ?? null;
}
