// Decides which laws a person can rely on: where they live, and where the organisation is established.
// Answers to GDPR Art. 3, UK GDPR Art. 3, the residence rules of the US states, and their sisters (cited in regimes/).
import type { CalendarDate } from "./calendar-date";
import type { Law } from "./law";
import { lawOf } from "./laws";
import type { RegimeId } from "./regime";

/** ISO 3166-1 alpha-2, and an ISO 3166-2 region with or without its country: `CA` or `US-CA`. */
export type Place = { readonly country: string; readonly region?: string | null | undefined };

/**
 * The listed laws that protect this person on the day the request arrives, in the order of the list.
 * A state's law needs the region; unknown regions get none. Empty when no listed law reaches the person: then the
 * organisation's promise stands alone.
 */
export function applicableRegimes(
  person: Place,
  organisation: { readonly regimes: readonly RegimeId[]; readonly establishment: Place },
  on: CalendarDate,
): RegimeId[] {
  const { regimes, establishment } = organisation;
  const reaching = regimes.filter((id) => reaches(lawOf(id), person, establishment, on));
  // Within Quebec its own Act takes the place of PIPEDA; across the border PIPEDA stays beside it (SOR/2003-374).
  const withinQuebec = isIn("CA-QC", person) && isIn("CA-QC", establishment) && reaching.includes("ca_qc_law25");
  return withinQuebec ? reaching.filter((id) => id !== "ca_pipeda") : reaching;
}

function reaches(law: Law, person: Place, establishment: Place, on: CalendarDate): boolean {
  if (law.id === "contract_30d") return true;
  if (law.versions[0].inForce > on) return false;
  return covers(law, person) || (law.territory.followsEstablishment && covers(law, establishment));
}

function covers(law: Law, place: Place): boolean {
  const { countries, regions } = law.territory;
  return countries.includes(place.country) || regions.some((region) => isIn(region, place));
}

function isIn(region: string, place: Place): boolean {
  return place.region === region || `${place.country}-${place.region}` === region;
}
