// Decides which clock a request runs on: the laws of the person's place and the organisation's promise, earliest first.
// Answers to GDPR Art. 12(3) and its siblings; a promise can only shorten.
import type { CalendarDate } from "./calendar-date";
import { type Clock, type ClockFacts, deriveWorkClock } from "./clock";
import type { OrganisationProfile } from "./organisation";
import type { RequestFacts } from "./request";

export type WorkClock = { clocks: readonly Clock[]; workTo: Clock; dueOn: CalendarDate | null };

export function clockFactsOf(facts: RequestFacts): ClockFacts {
  return {
    received: facts.receivedOn,
    identityRequestedOn: facts.identityAskedOn,
    verified: facts.identityAskedOn === null ? undefined : facts.verifiedOn,
    pauses: facts.pauses,
    extendedOn: facts.extension?.on ?? null,
    entity: "organisation",
  };
}

/** Every clock of the request and the one that the desk works to. */
export function requestClock(
  facts: RequestFacts,
  profile: Pick<OrganisationProfile, "promise" | "publishedPeriodDays">,
  holidays: ReadonlySet<CalendarDate>,
): WorkClock {
  return deriveWorkClock({
    regimes: facts.received.regimes,
    rights: facts.rights.map(({ right }) => right),
    facts: clockFactsOf(facts),
    holidays,
    promiseDays: profile.promise.days,
    publishedPeriodDays: profile.publishedPeriodDays,
  });
}
