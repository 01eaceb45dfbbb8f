// A request that came by telephone, e-mail, post or across the counter, as staff take it down.
import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import { spokenChannels } from "@/lib/domain/events";
import { canonicalEmail, type Filing } from "@/lib/domain/filing";
import { isMailAddress } from "@/lib/domain/mail-address";
import { isCountry, isRegion, regionsOf } from "@/lib/domain/places";
import type { Right } from "@/lib/domain/right";
import { relations } from "@/lib/domain/verification";

const line = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(200);
const optionalLine = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((typed) => typed || undefined);

const datePart = z.string().trim().max(4).default("");
type DateTyped = Record<"receivedOn-day" | "receivedOn-month" | "receivedOn-year", string>;

/** The typed day; undefined when nothing was typed, null when it is no day. */
function receivedDay(typed: DateTyped): CalendarDate | null | undefined {
  const [year, month, day] = [typed["receivedOn-year"], typed["receivedOn-month"], typed["receivedOn-day"]];
  if (!year && !month && !day) return undefined;
  try {
    return calendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  } catch {
    // A RangeError: there is no such day, which the form says in its own words.
    return null;
  }
}

export type NewRequest = { filing: Filing; filingKey: string };

/** @param offered rights and languages of the organisation: nothing else can be taken down */
export function newRequestForm(offered: {
  rights: readonly Right[];
  languages: readonly string[];
  /** Whose desk is open now: a form that was opened for another one is refused, not filed at the wrong place. */
  organisationId: string;
  today: CalendarDate;
}): z.ZodType<NewRequest> {
  const right = z.enum(offered.rights as [Right, ...Right[]]);
  return z
    .object({
      filingKey: z.guid(),
      organisation: z.string().optional(),
      "receivedOn-day": datePart,
      "receivedOn-month": datePart,
      "receivedOn-year": datePart,
      channel: z.enum(spokenChannels, { error: "Choose how the request came." }),
      relation: z.enum(relations, { error: "Choose for whom they ask." }),
      name: line("Write the name of the person whose data it is."),
      askerName: optionalLine,
      email: z
        .string({ error: "Write an e-mail address, like name@example.com." })
        .refine((typed) => isMailAddress(canonicalEmail(typed)), "Write an e-mail address, like name@example.com."),
      telephone: optionalLine,
      place: line("Choose where the person lives."),
      // One ticked box comes as a text, several as a list.
      rights: z.preprocess(
        (typed) => (typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]),
        z.array(right).min(1, "Choose what they ask for."),
      ),
      words: z.string().trim().max(20_000).optional(),
      language: z.enum(offered.languages as [string, ...string[]], { error: "Choose a language." }),
    })
    .superRefine((typed, context) => {
      const { place, relation, askerName } = typed;
      if (typed.organisation !== offered.organisationId) {
        const message =
          "Another organisation's desk was opened meanwhile. Switch back, or check that this belongs here, and send it again.";
        context.addIssue({ code: "custom", path: [], message });
      }
      const day = receivedDay(typed);
      if (day === null || (day !== undefined && day > offered.today)) {
        const message = "Write the day on which it reached us, like 27 3 2026, today or earlier.";
        context.addIssue({ code: "custom", path: ["receivedOn"], message });
      }
      const [country = "", region] = place.split("-");
      if (!isCountry(country) || (region !== undefined && !isRegion(country, region))) {
        context.addIssue({ code: "custom", path: ["place"], message: "Choose a place from the list." });
      } else if (region === undefined && regionsOf(country).length > 0) {
        context.addIssue({
          code: "custom",
          path: ["place"],
          message: "Choose the state or province: it has its own law.",
        });
      }
      if (relation !== "self" && !askerName) {
        context.addIssue({
          code: "custom",
          path: ["askerName"],
          message: "Write the name of whoever asks for the person.",
        });
      }
    })
    .transform((typed): NewRequest => {
      const { filingKey, place, name, email, telephone, askerName, words, channel, relation, rights, language } = typed;
      const [country = "", region] = place.split("-");
      const receivedOn = receivedDay(typed) ?? undefined;
      return {
        filingKey,
        filing: {
          ...{ channel, relation, rights, language, country },
          ...(receivedOn ? { receivedOn } : {}),
          region: region ? place : null,
          person: { name, email, ...(telephone ? { telephone } : {}), ...(askerName ? { askerName } : {}) },
          details: words ? { general: { request: words } } : {},
        },
      };
    });
}
