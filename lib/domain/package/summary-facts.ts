// Decides what the summary of an answer tells, each point with the paragraph that asks for it, and what the organisation
// has not written down yet. Answers to GDPR Art. 15(1)(a)–(h), (2) and to the like lists of the other laws.
import type { CalendarDate } from "../calendar-date";
import type { Language } from "../language";
import type { AutomatedDecision, OrganisationProfile, Recipient } from "../organisation";
import type { RegimeId } from "../regime";
import type { KeepingRule, LegalBasis } from "../retention-rule";
import type { Right } from "../right";

/** What the law wants told. The words for each stand in the catalogue. */
export const accessDuties = {
  purposes: "GDPR Art. 15(1)(a)",
  categories: "GDPR Art. 15(1)(b)",
  recipients: "GDPR Art. 15(1)(c)",
  storage_period: "GDPR Art. 15(1)(d)",
  rights: "GDPR Art. 15(1)(e)",
  complaint: "GDPR Art. 15(1)(f)",
  sources: "GDPR Art. 15(1)(g)",
  automated_decisions: "GDPR Art. 15(1)(h)",
  transfers: "GDPR Art. 15(2)",
  copy: "GDPR Art. 15(3)",
} as const;
export type AccessDuty = keyof typeof accessDuties;

export const searchOutcomes = ["found", "not_found", "exception", "not_searched"] as const;
export type SearchOutcome = (typeof searchOutcomes)[number];

/** One place that was looked in: by which kinds of identifiers (never their values), when, and with what result. */
export type SearchedSystem = {
  id: string;
  name: string;
  outcome: SearchOutcome;
  identifiers: readonly string[];
  searchedAt: Date | null;
  /** Why it could or may not give anything; words of its owner. */
  reason?: string;
};

/** What came out of one system under one category. */
export type HeldPart = { system: string; category: string; rows: number };

type Profile = Pick<
  OrganisationProfile,
  "name" | "timeZone" | "contacts" | "rights" | "retention" | "recipients" | "safeguards" | "storageLocation"
> &
  Pick<Partial<OrganisationProfile>, "automatedDecisions" | "identity">;

/** Everything that the summary is made of but the rows themselves. */
export type PackageFacts = {
  profile: Profile;
  reference: string;
  language: Language;
  /** The law that the answer is under, and where the person lives: whom they can complain to. */
  regime: RegimeId;
  country: string;
  asked: readonly Right[];
  askedOn: CalendarDate;
  madeOn: CalendarDate;
  searched: readonly SearchedSystem[];
};

/** A category of the schedule, or one that came out of a system and stands in no schedule: then all is null. */
export type CategoryFacts = {
  category: string;
  name: string;
  purpose: string | null;
  legalBasis: LegalBasis | null;
  source: string | null;
  rule: KeepingRule | null;
  recipients: readonly Recipient[];
  parts: readonly HeldPart[];
};

/** The categories in which something was found, in the schedule's order; what stands in no schedule comes last. */
export function categoriesHeld(profile: Profile, parts: readonly HeldPart[]): CategoryFacts[] {
  const of = (category: string) => parts.filter((part) => part.category === category && part.rows > 0);
  const recipients = (category: string) => profile.recipients.filter(({ categories }) => categories.includes(category));
  const scheduled = profile.retention.map(({ category, name, purpose, legalBasis, source, rule }) => ({
    category,
    name,
    purpose: purpose ?? null,
    legalBasis,
    source: source ?? null,
    rule,
    recipients: recipients(category),
    parts: of(category),
  }));
  const known = new Set(scheduled.map(({ category }) => category));
  const others = [...new Set(parts.map(({ category }) => category))].filter((category) => !known.has(category));
  const unscheduled = others.map((category) => ({
    category,
    name: category,
    purpose: null,
    legalBasis: null,
    source: null,
    rule: null,
    recipients: recipients(category),
    parts: of(category),
  }));
  return [...scheduled, ...unscheduled].filter(({ parts: held }) => held.length > 0);
}

/** A point that the law wants told and the profile does not say; `category` where it is missing for that one alone. */
export type Gap = { duty: AccessDuty; category?: string };

/** What the handler has to add in their own words, or in the profile, before the answer says all that it must. */
export function summaryGaps(profile: Profile, categories: readonly CategoryFacts[]): Gap[] {
  const gaps: Gap[] = categories.flatMap(({ category, purpose, source, rule }): Gap[] => [
    ...(purpose === null ? [{ duty: "purposes" as const, category }] : []),
    ...(rule === null ? [{ duty: "storage_period" as const, category }] : []),
    ...(source === null ? [{ duty: "sources" as const, category }] : []),
  ]);
  if (profile.automatedDecisions === undefined) gaps.push({ duty: "automated_decisions" });
  return gaps;
}

/** Whether there are decisions without a person: a list, none, or nobody wrote it down. */
export function decisionsTold(profile: Profile): {
  told: "some" | "none" | "unsaid";
  list: readonly AutomatedDecision[];
} {
  const list = profile.automatedDecisions;
  if (list === undefined) return { told: "unsaid", list: [] };
  return { told: list.length > 0 ? "some" : "none", list };
}
