// Decides, line by line, what of a person's data goes when they ask for erasure, and what stays, until when and why.
// Answers to GDPR Arts 12(4), 17(1) and 17(3); 11 CCR §7022(f); Colorado Rule 4.06: each kept category with its exception.
import { type CalendarDate, earliest, plusDays, plusMonths } from "./calendar-date";
import type { OrganisationProfile } from "./organisation";
import type { KeepingRule, Period, RetentionRule } from "./retention-rule";

/** What is known about the person's data. Dates that nobody knows are left out, and the line says the rule instead. */
export type RetentionFacts = {
  askedOn: CalendarDate;
  accountEndedOn?: CalendarDate | null;
  /** Category → the day of its newest record: the last day of the whole category follows from it. */
  createdOn?: Readonly<Record<string, CalendarDate>>;
  lastInteractionOn?: CalendarDate | null;
};

/** One line of the answer. `by` belongs to `erase` (gone at the latest), `until` to `keep_until`. */
export type RetentionLine = {
  category: string;
  name: string;
  outcome: "erase" | "keep_until" | "keep_while";
  by?: CalendarDate;
  until?: CalendarDate;
  because: string;
  law?: string;
};

type ErasurePromise = Pick<OrganisationProfile, "retention" | "erasure">;

/** A line for each category of the schedule, in the schedule's order. */
export function erasureLines(profile: ErasurePromise, facts: RetentionFacts): RetentionLine[] {
  return profile.retention.map((line) => erasureLine(line, profile.erasure.withinDays, facts));
}

function erasureLine(line: RetentionRule, withinDays: number, facts: RetentionFacts): RetentionLine {
  const { category, name, lawfulException } = line;
  const end = lastDayOf(line, facts);
  const by = plusDays(facts.askedOn, withinDays);
  if (end !== null && end <= facts.askedOn) {
    return {
      category,
      name,
      outcome: "erase",
      by,
      because: `The time for keeping it is over: ${ruleInWords(line.rule)}.`,
    };
  }
  if (lawfulException === undefined) {
    const goneBy = end === null ? by : earliest(by, end);
    return { category, name, outcome: "erase", by: goneBy, because: erasedBecause(line) };
  }
  const because = `${sentenceStart(lawfulException.text)}: ${ruleInWords(line.rule)}.`;
  const { law } = lawfulException;
  if (end === null) return { category, name, outcome: "keep_while", because, law };
  return { category, name, outcome: "keep_until", until: end, because, law };
}

function erasedBecause(line: RetentionRule): string {
  const asked = "You asked, and nothing in law makes us keep it.";
  return line.remainsAnonymised ? `${asked} What stays: ${line.remainsAnonymised}.` : asked;
}

// Null while the day that the period runs from has not come or is not known.
function lastDayOf({ rule, category }: RetentionRule, facts: RetentionFacts): CalendarDate | null {
  switch (rule.kind) {
    case "after_account_end":
      return facts.accountEndedOn ? plusDays(facts.accountEndedOn, rule.days) : null;
    case "from_creation": {
      const created = facts.createdOn?.[category];
      return created ? plusPeriod(created, rule.period) : null;
    }
    case "until_withdrawal_or":
      return facts.lastInteractionOn ? plusPeriod(facts.lastInteractionOn, rule.period) : null;
    case "while":
      return null;
  }
}

function plusPeriod(day: CalendarDate, period: Period): CalendarDate {
  if ("days" in period) return plusDays(day, period.days);
  if ("months" in period) return plusMonths(day, period.months);
  return plusMonths(day, period.years * 12);
}

/** The day on which the last backup copy is overwritten, or null where the organisation promises none. */
export function backupsOverwrittenBy(
  profile: Pick<OrganisationProfile, "backups">,
  erasedOn: CalendarDate,
): CalendarDate | null {
  return profile.backups ? plusDays(erasedOn, profile.backups.overwrittenWithinDays) : null;
}

/** "90 days after your account ends": the rule as the front page's table and the answer say it. */
export function ruleInWords(rule: KeepingRule): string {
  switch (rule.kind) {
    case "after_account_end":
      return `${counted(rule.days, "day")} after your account ends`;
    case "from_creation":
      return `${periodInWords(rule.period)} from the day it was recorded`;
    case "until_withdrawal_or":
      return `until you withdraw, or ${periodInWords(rule.period)} after we last heard from you`;
    case "while":
      return rule.text;
  }
}

function periodInWords(period: Period): string {
  if ("days" in period) return counted(period.days, "day");
  if ("months" in period) return counted(period.months, "month");
  return counted(period.years, "year");
}

function counted(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
