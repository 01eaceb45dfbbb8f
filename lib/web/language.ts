import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import type { Organisation } from "@/lib/queries/organisation";
import { cookieName } from "./cookies";
import { findPortal } from "./portal-page";

/** The catalogues in messages/. A language that an organisation offers without a catalogue is not shown. */
export const catalogues = ["en"] as const;
export type Language = (typeof catalogues)[number];

/** What people can choose from at this organisation; never empty. */
export function languagesOf(organisation: Organisation | null): readonly Language[] {
  const offered = organisation?.profile.languages.offered ?? [];
  const known = catalogues.filter((language) => offered.includes(language));
  return known.length > 0 ? known : ["en"];
}

/** The chosen language where it is offered, else the organisation's own, else English. */
export function languageFor(organisation: Organisation | null, chosen: string | undefined): Language {
  const languages = languagesOf(organisation);
  const wished = [chosen, organisation?.profile.languages.default];
  return wished.flatMap((code) => languages.filter((language) => language === code))[0] ?? languages[0] ?? "en";
}

/** The language of the page being made. The organisation is read off the path that proxy.ts wrote down. */
export default getRequestConfig(async () => {
  const slug = (await headers()).get("x-habeas-path")?.split("/")[1] ?? "";
  const chosen = (await cookies()).get(cookieName("habeas_language"))?.value;
  const organisation = chosen === undefined && catalogues.length === 1 ? null : await findPortal(slug);
  const language = languageFor(organisation, chosen);
  return { locale: language, messages: (await import(`../../messages/${language}.json`)).default };
});
