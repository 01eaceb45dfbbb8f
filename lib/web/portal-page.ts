import "server-only";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { KeptValues } from "@/lib/forms/kept-values";
import { keptForm } from "@/lib/queries/kept-form";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { cookieName } from "./cookies";

/** Asked once for each page, however many parts of it ask. */
export const findPortal = cache(organisationBySlug);

/** The organisation whose portal this is; otherwise the page does not exist. */
export async function portalOf(params: Promise<{ organisation: string }>): Promise<Organisation> {
  const organisation = await findPortal((await params).organisation);
  return organisation ?? notFound();
}

/** What this browser typed into a form here and has not sent. Reads the clock: a page is a door. */
export async function keptHere(organisation: Organisation, form: string): Promise<KeptValues | null> {
  const browser = (await cookies()).get(cookieName("habeas_browser"))?.value;
  return browser ? keptForm(organisation.id, { browser, form }, new Date()) : null;
}

/** The same where the form came back with mistakes (`?again=1`); nothing on a first visit. */
export async function cameBack(
  organisation: Organisation,
  form: string,
  search: Promise<{ again?: string | string[] }>,
): Promise<KeptValues | null> {
  return (await search).again === undefined ? null : keptHere(organisation, form);
}

/** The organisation's part of the address, for pages that are handed no parameters; "" outside of a portal. */
export async function portalSlug(): Promise<string> {
  const slug = (await headers()).get("x-habeas-path")?.split("/")[1] ?? "";
  return (await findPortal(slug))?.slug ?? "";
}
