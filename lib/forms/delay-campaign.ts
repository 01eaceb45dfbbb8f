// What may be typed when everybody who is late is written to at once: a reason in each language, a day for each request.
import { z } from "zod";
import { type CalendarDate, calendarDate, plusDays } from "@/lib/domain/calendar-date";
import type { DelayRule } from "@/lib/domain/delay-dates";
import { isLanguage, type Language } from "@/lib/domain/language";
import { parseReference } from "@/lib/domain/reference";
import type { SearchParameters } from "./console-queue";
import { wordsLimit } from "./console-steps";
import { many, one, type Typed } from "./kept-values";

/** What stands in the boxes at first; the person reads what is left in them. */
export const delayReasons: Readonly<Record<Language, string>> = {
  en: "More requests came in than we could answer in time, and yours is one of those that had to wait. We are sorry. We work on the oldest requests first.",
  de: "Es sind mehr Anliegen eingegangen, als wir rechtzeitig beantworten konnten, und Ihres gehört zu denen, die warten mussten. Das tut uns leid. Wir bearbeiten die ältesten Anliegen zuerst.",
};

const rule = z.object({
  from: z.string().optional().catch(undefined),
  perWeek: z.coerce.number().int().min(1).max(100).catch(10),
});

/** The rule that fills in the days: by itself ten a week, the first of them two weeks from today. */
export function readDelayRule(parameters: SearchParameters, today: CalendarDate): DelayRule {
  const { from, perWeek } = rule.parse(parameters);
  const chosen = dayOf(from ?? "");
  return { perWeek, from: chosen && chosen > today ? chosen : plusDays(today, 14) };
}

/** Names of the fields of one request and of one language. */
export const untilField = (reference: string) => `until-${reference}`;
export const reasonField = (language: Language) => `reason-${language}`;

export type DelayCampaignForm = {
  campaign: string;
  words: Record<Language, string>;
  rows: { reference: string; until: CalendarDate | null }[];
};

const typed = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const delayCampaignForm = typed.transform((values: Typed, context): DelayCampaignForm => {
  const mistake = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const words = { ...delayReasons };
  for (const language of many(values, "language").filter(isLanguage)) {
    words[language] = one(values, reasonField(language)).trim();
    if (words[language] === "") mistake(reasonField(language), "Give the reason. The person reads it.");
    if (words[language].length > wordsLimit) mistake(reasonField(language), `Write ${wordsLimit} characters or fewer.`);
  }
  const references = many(values, "reference").flatMap((reference) => parseReference(reference) ?? []);
  if (references.length === 0) mistake("reference", "Choose at least one request.");
  const rows = references.map((reference) => ({ reference, until: dayOf(one(values, untilField(reference))) }));
  const campaign = one(values, "campaign");
  if (!z.guid().safeParse(campaign).success) mistake("", "Open the page again: what it sent is not whole.");
  return { campaign, words, rows };
});

function dayOf(text: string): CalendarDate | null {
  try {
    return calendarDate(text);
  } catch {
    return null;
  }
}
