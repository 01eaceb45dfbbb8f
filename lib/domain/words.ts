// Decides in whose words the law speaks to a person. Codes and facts come from the rest of this room; here each language
// puts them into words. A language that lacks one of these stops the build.
import { type ComplaintRoute, complaintRoute } from "./authorities";
import type { CalendarDate } from "./calendar-date";
import type { ClockSaying } from "./clock-saying";
import { englishClock } from "./clock-words";
import { germanCitation } from "./german/citations";
import { germanClock } from "./german/clock-words";
import { germanComplaint } from "./german/complaint-words";
import { germanLawNames } from "./german/law-names";
import { germanCountries, germanPlace, germanRegions } from "./german/place-names";
import { germanProofKinds, germanProofReasons, germanRaisedReason } from "./german/proof-words";
import { germanRefusalPoints } from "./german/refusal-points";
import { germanRefusal } from "./german/refusal-words";
import { germanKeepingRule, germanRequestRetention } from "./german/retention-words";
import { germanRightWords } from "./german/right-words";
import type { Language } from "./language";
import { lawOf } from "./laws";
import { countries, placeName, regionsOf } from "./places";
import { type ProofReason, proofReasonWords } from "./proof-policy";
import { englishProofKinds, englishRaisedReason, waySaid } from "./proof-words";
import { type Refusal, refusals } from "./refusal";
import { type RefusalPoint, refusalPoints } from "./refusal-points";
import type { RegimeId } from "./regime";
import { type Keeper, type RequestRetentionLine, requestRetention } from "./request-retention";
import { ruleInWords } from "./retention";
import type { KeepingRule } from "./retention-rule";
import type { Right } from "./right";
import { type RightWords, rightWords } from "./right-words";
import type { Way } from "./verification";

export type Words = {
  rights: Readonly<Record<Right, RightWords>>;
  refusal(refusal: Refusal): string;
  /** One line of the clock, beginning small, without full stop, date and citation. */
  clock(said: ClockSaying): string;
  law(regime: RegimeId): string;
  /** A provision in this language; null where it is only cited in English. */
  cite(citation: string): string | null;
  /** Where to complain, for somebody who lives at `country` (alpha-2). */
  complaint(regime: RegimeId, country: string): ComplaintRoute;
  /** [code, name] in the order in which readers look for them. */
  countries(): readonly [code: string, name: string][];
  regions(country: string): readonly [code: string, name: string][];
  place(country: string, region?: string | null): string;
  /** Why a right needs the proof that it needs. */
  proofReason(reason: ProofReason): string;
  /** Why more is needed where something about the request is odd. */
  raisedReason: string;
  /** Stands over the reason why more is asked than the policy asks for. */
  beyondLead: string;
  /** What proves it on this way; begins small, without full stop. */
  way(way: Way): string;
  /** What the law makes a refusal tell; finishes "A refusal must tell …". */
  refusalPoint(point: RefusalPoint): string;
  /** "90 days after your account ends"; `while` rules stay in the organisation's own words. */
  keeping(rule: KeepingRule): string;
  /** What this very request holds, until when and why. */
  requestData(profile: Keeper, closedOn: CalendarDate | null): readonly RequestRetentionLine[];
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    rights: rightWords,
    refusal: (refusal) => refusals[refusal],
    clock: englishClock,
    law: (regime) => lawOf(regime).name,
    cite: (citation) => citation,
    complaint: complaintRoute,
    countries: () => Object.entries(countries),
    regions: regionsOf,
    place: placeName,
    proofReason: proofReasonWords,
    raisedReason: englishRaisedReason,
    beyondLead: "Why we ask for more than we usually do:",
    way: (way) => waySaid(englishProofKinds, "and", way),
    refusalPoint: (point) => refusalPoints[point],
    keeping: ruleInWords,
    requestData: requestRetention,
  },
  de: {
    rights: germanRightWords,
    refusal: germanRefusal,
    clock: germanClock,
    law: (regime) => germanLawNames[regime],
    cite: germanCitation,
    complaint: (regime, country) => germanComplaint(regime, complaintRoute(regime, country)),
    countries: germanCountries,
    regions: germanRegions,
    place: germanPlace,
    proofReason: (reason) => germanProofReasons[reason],
    raisedReason: germanRaisedReason,
    beyondLead: "Warum wir um mehr bitten als sonst:",
    way: (way) => waySaid(germanProofKinds, "und", way),
    refusalPoint: (point) => germanRefusalPoints[point],
    keeping: germanKeepingRule,
    requestData: germanRequestRetention,
  },
};

export function wordsIn(language: Language): Words {
  return words[language];
}
