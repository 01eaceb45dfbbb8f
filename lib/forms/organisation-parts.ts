// Small values that an organisation's file is made of. Each says in words what it wants.
import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import { isCountry } from "@/lib/domain/places";

function holds(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

/** One or more visible characters. */
export const words = z.string().trim().min(1, "must not be empty").max(2000, "must be at most 2000 characters long");

/** Lower-case letters, digits and single hyphens or underscores, as used in addresses and references between entries. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/, "must be lower-case letters and digits, for example billing_records");

export const emailAddress = z.email("must be an e-mail address, for example privacy@example.com");

export const webAddress = z.url({
  protocol: /^https$/,
  error: "must be a web address that starts with https://",
});

export const country = z
  .string()
  .refine(isCountry, "must be a country's two-letter code in capitals, for example US or DE");

/** A day of law; the brand is earned by the domain's own reader. */
export const day = z
  .string()
  .refine((text) => holds(() => calendarDate(text)), "must be a calendar day, for example 2026-11-22")
  .transform((text): CalendarDate => calendarDate(text));

/** An IANA name. Offsets such as +01:00 are turned away: they know nothing of summer time. */
export const timeZone = z
  .string()
  .refine(
    (name) => /^[A-Z]/.test(name) && holds(() => new Intl.DateTimeFormat("en", { timeZone: name })),
    "must be a time zone name, for example America/New_York or Europe/Berlin",
  );

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/, "must be a language code, for example en or pt-BR");

export const colour = z
  .string()
  .regex(
    /^(#[0-9a-fA-F]{6}|oklch\(\s*\d*\.?\d+%?\s+\d*\.?\d+\s+\d*\.?\d+\s*\))$/,
    "must be a colour, for example #1f5f8b or oklch(0.5 0.12 250)",
  );

/** A count of days, months or years. */
export const count = z
  .number()
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(3650, "must be at most 3650");
