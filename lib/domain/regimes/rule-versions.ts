// Decides which version of each rule a request keeps for good: the one in force on the day it arrived.
// Answers to the transitional rule that an old request is never counted again under a new law.
import type { CalendarDate } from "../calendar-date";
import type { Law, RuleVersion } from "../law";
import { lawOf } from "../laws";
import type { RegimeId } from "../regime";

/** The version in force on the day of receipt; the oldest one known for anything earlier. */
export function ruleVersionOn(law: Law, received: CalendarDate): RuleVersion {
  const [oldest, ...newer] = law.versions;
  return newer.reduce((last, version) => (version.inForce <= received ? version : last), oldest);
}

/** The versions to store with a request that arrived on `received`. */
export function ruleVersionsOf(
  regimes: readonly RegimeId[],
  received: CalendarDate,
): Partial<Record<RegimeId, string>> {
  return Object.fromEntries(regimes.map((id) => [id, ruleVersionOn(lawOf(id), received).version]));
}
