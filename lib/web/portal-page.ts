import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { cache } from "react";
import type { KeptValues } from "@/lib/forms/kept-values";
import { logFault } from "@/lib/log";
import { keptForm } from "@/lib/queries/kept-form";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { cookieName } from "./cookies";

/** Asked once for each page, however many parts of it ask. */
export const findPortal = cache(organisationBySlug);

/**
 * Leads to an address that no page has. The framework's own `notFound()` inside a page sends an empty page that only
 * scripts fill; an address without a page is answered 404 with the whole text.
 */
export function notHere(path: string): never {
  redirect(`${path}/not-here`);
}

/** The organisation whose portal this is; otherwise the page does not exist. */
export async function portalOf(params: Promise<{ organisation: string }>): Promise<Organisation> {
  const { organisation: slug } = await params;
  return (await readForPage(() => findPortal(slug))) ?? notHere(`/${encodeURIComponent(slug)}`);
}

/**
 * What a page reads before it can be made. An error page of the framework is empty until scripts fill it, so with the
 * database away people are led to one that is not; the log has the fault under the number that they see.
 */
export async function readForPage<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (fault) {
    unstable_rethrow(fault);
    const id = randomBytes(4).toString("hex");
    logFault("a page of the portal could not be made", fault, { fault: id });
    redirect(`/api/fault/${id}`);
  }
}

// A page and its title ask for the same form: read once.
const keptOnce = cache((organisationId: string, browser: string, form: string) =>
  keptForm(organisationId, { browser, form }, new Date()),
);

/** What this browser typed into a form here and has not sent. Reads the clock: a page is a door. */
export async function keptHere(organisation: Organisation, form: string): Promise<KeptValues | null> {
  const browser = (await cookies()).get(cookieName("habeas_browser"))?.value;
  return browser ? readForPage(() => keptOnce(organisation.id, browser, form)) : null;
}

/** The same where the form came back with mistakes (`?again=1`); nothing on a first visit. */
export async function cameBack(
  organisation: Organisation,
  form: string,
  search: Promise<{ again?: string | string[] }>,
): Promise<KeptValues | null> {
  return (await search).again === undefined ? null : keptHere(organisation, form);
}

/** Where one is, for the page that stands for all missing ones: it is handed no parameters. */
export async function whereabouts(): Promise<{ organisation: Organisation | null; request: boolean }> {
  const [, slug = "", part] = ((await headers()).get("x-habeas-path") ?? "").split("/");
  return { organisation: await findPortal(slug), request: part === "requests" };
}
