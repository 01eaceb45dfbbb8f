import "server-only";
import { cookies } from "next/headers";
import type { NextRequest, NextResponse } from "next/server";
import { cache } from "react";
import { isDemoAddress } from "@/lib/auth/demo-people";
import { currentStaff, requireStaff, watchingStaff } from "@/lib/auth/staff";
import type { SignedInStaff } from "@/lib/auth/staff-session";
import { parseReference } from "@/lib/domain/reference";
import type { KeptValues, Typed } from "@/lib/forms/kept-values";
import { organisationHolding } from "@/lib/queries/find-request";
import { keptForm } from "@/lib/queries/kept-form";
import { type Organisation, organisationById } from "@/lib/queries/organisation";
import { cookieName } from "@/lib/web/cookies";
import { typedPage } from "@/lib/web/fault-page";
import { notHere } from "@/lib/web/portal-page";

/** Somebody at the console: who they are in the organisation whose work is on the page. */
export type Desk = { staff: SignedInStaff; organisation: Organisation };
/** `elsewhere`: the request belongs to another organisation than the one whose queue is open. */
export type RequestDesk = Desk & { reference: string; elsewhere: boolean };

/** The desk of the organisation that is open in this session. Sends away whoever is not signed in. */
export const openDesk = cache(async function openDesk(): Promise<Desk> {
  return deskOf(await requireStaff());
});

/** The desk of whichever of the reader's organisations holds the request. Not theirs and not there look alike. */
export const requestDesk = cache(async function requestDesk(typed: string): Promise<RequestDesk> {
  const desk = await holdingDesk(await requireStaff(), typed);
  return desk ?? notHere("/console");
});

/** The same for a POST or a download: null means not found. */
export async function postingDesk(): Promise<Desk | null> {
  const staff = await currentStaff();
  return staff && !staff.mustEnrol ? deskOf(staff) : null;
}

export async function postingRequestDesk(typed: string): Promise<RequestDesk | null> {
  const staff = await currentStaff();
  return staff && !staff.mustEnrol ? holdingDesk(staff, typed) : null;
}

/** The same for what a request's page asks by itself. */
export async function watchingRequestDesk(typed: string): Promise<RequestDesk | null> {
  const staff = await watchingStaff();
  return staff && !staff.mustEnrol ? holdingDesk(staff, typed) : null;
}

/** A session that ended while somebody typed: their words come back with a way to send them again. Null when signed in. */
export async function signedOutAnswer(http: NextRequest, typed: Typed): Promise<NextResponse | null> {
  if (await currentStaff()) return null;
  const words = "You were signed out. Sign in again in another tab, then come back here.";
  return typedPage(401, words, typed, { again: http.nextUrl.pathname });
}

async function deskOf(staff: SignedInStaff): Promise<Desk> {
  const organisation = await organisationById(staff.organisationId);
  if (!organisation) throw new Error("a membership names an organisation that is not there");
  return { staff, organisation };
}

async function holdingDesk(staff: SignedInStaff, typed: string): Promise<RequestDesk | null> {
  const reference = parseReference(typed);
  if (!reference) return null;
  const organisationId = await organisationHolding(
    [staff.organisationId, ...staff.organisations.map(({ id }) => id)],
    reference,
  );
  const membership = staff.organisations.find(({ id }) => id === organisationId);
  if (!organisationId || !membership) return null;
  const desk = await deskOf({ ...staff, organisationId, roles: membership.roles });
  // Another organisation's second factor is asked for there too, whichever one is open in this session.
  const lacksFactor = desk.organisation.profile.mfaRequired && !staff.secondFactor && !isDemoAddress(staff.email);
  return lacksFactor ? null : { ...desk, reference, elsewhere: organisationId !== staff.organisationId };
}

/** What came back from a form of this browser; null on a first visit. Read only when the address says `again`. */
export async function keptInThisBrowser(organisationId: string, form: string): Promise<KeptValues | null> {
  const browser = (await cookies()).get(cookieName("habeas_browser"))?.value;
  return browser ? keptForm(organisationId, { browser, form }, new Date()) : null;
}
