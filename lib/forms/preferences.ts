// What a person can choose about the words and the clock of their pages and letters.
import { z } from "zod";
import type { Language } from "@/lib/domain/language";
import { mistake } from "./intake-mistakes";
import { isTimeZone } from "./time-zones";

/** `timeZone` "": the organisation's own. */
export type Preferences = { language: Language; timeZone: string };

/** @param offered what this organisation offers: nothing else can be chosen */
export function preferencesForm(offered: {
  languages: readonly Language[];
  timeZone: boolean;
}): z.ZodType<Preferences> {
  const zone = z.string().refine((text) => text === "" || isTimeZone(text), mistake("choose_zone"));
  return z.object({
    language: z.enum(offered.languages, { error: mistake("choose_language") }),
    timeZone: offered.timeZone ? zone.default("") : z.literal("").catch("").default(""),
  });
}
