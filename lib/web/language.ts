import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLanguage, type Language, languages } from "@/lib/domain/language";
import type { Organisation } from "@/lib/queries/organisation";
import { cookieName } from "./cookies";
import { findPortal } from "./portal-page";

/** What people can choose from at this organisation; never empty. The desk itself speaks every language it has. */
export function languagesOf(organisation: Organisation | null): readonly Language[] {
  if (!organisation) return languages;
  const { languages: spoken, preferences } = organisation.profile;
  const open = preferences.language ? spoken.offered : [spoken.default];
  const known = languages.filter((language) => open.includes(language));
  return known.length > 0 ? known : ["en"];
}

/** The chosen language where it is offered, else the organisation's own, else English. */
export function languageFor(organisation: Organisation | null, chosen: string | undefined): Language {
  const offered = languagesOf(organisation);
  const wished = [chosen, organisation?.profile.languages.default, "en"];
  return wished.flatMap((code) => offered.filter((language) => language === code))[0] ?? offered[0] ?? "en";
}

/** How long a browser remembers what somebody prefers. */
export const yearSeconds = 365 * 86_400;

/** The address of the page being made, as proxy.ts wrote it down. */
export async function pathOfPage(): Promise<string> {
  return (await headers()).get("x-habeas-path") ?? "/";
}

/** The language of the page being made. The organisation is read off the path that proxy.ts wrote down. */
export default getRequestConfig(async () => {
  const language = await languageOfPage();
  return { locale: language, messages: (await import(`../../messages/${language}.json`)).default };
});

async function languageOfPage(): Promise<Language> {
  const slug = (await pathOfPage()).split("/")[1] ?? "";
  // Staff work in English, whatever this browser chose as a person.
  if (slug === "console") return "en";
  const chosen = (await cookies()).get(cookieName("habeas_language"))?.value;
  try {
    return languageFor(await findPortal(slug), chosen);
  } catch {
    // With the database away the page says so itself, in the language that was chosen.
    return chosen && isLanguage(chosen) ? chosen : "en";
  }
}
