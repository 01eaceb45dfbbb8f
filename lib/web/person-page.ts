import "server-only";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { cache } from "react";
import { currentPerson, personBehind } from "@/lib/auth/person";
import type { PersonActor } from "@/lib/domain/actor";
import { parseReference } from "@/lib/domain/reference";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { filedRequest } from "@/lib/queries/person-filed";
import { type PersonRequest, personRequest } from "@/lib/queries/person-request";
import { readCookie } from "./cookies";
import { findPortal, notHere, portalOf, readForPage } from "./portal-page";

export type RequestParams = { organisation: string; reference: string };
export type OwnRequest = { organisation: Organisation; person: PersonActor; request: PersonRequest };

const seen = cache(async (slug: string, reference: string): Promise<OwnRequest | "unproven" | null> => {
  const organisation = await findPortal(slug);
  const person = organisation && (await currentPerson(organisation));
  if (!person) return null;
  if (!person.proven) return (await filedRequest(person, organisation))?.reference === reference ? "unproven" : null;
  const request = await personRequest(person, { organisation, reference }, new Date());
  return request && { organisation, person, request };
});

/**
 * The request of whoever has shown its link or code. The session that filed it is led to its confirmation; for anybody
 * else, and for references that do not exist, the page is not there.
 */
export async function ownRequest(params: Promise<RequestParams>): Promise<OwnRequest> {
  const { organisation, reference } = await params;
  await portalOf(params);
  const found = await readForPage(() => seen(organisation, parseReference(reference) ?? ""));
  if (found === "unproven") redirect(`/${organisation}/ask/sent`);
  return found ?? notHere(`/${organisation}/requests/${encodeURIComponent(reference)}`);
}

/** For POST and GET handlers: who is at the door of this organisation, and of which request they speak. */
export type RequestGate = { organisation: Organisation; person: PersonActor | null; reference: string };

/** The gate lets people without a key in as far as keeping their text: what they typed is not lost when the key ended. */
export async function requestGate(params: RequestParams, http: NextRequest): Promise<RequestGate | null> {
  const organisation = await organisationBySlug(params.organisation);
  const reference = parseReference(params.reference);
  if (!organisation || !reference) return null;
  const token = readCookie(http, "habeas_person");
  const person = token ? await personBehind(organisation, token, new Date()) : null;
  return { organisation, person, reference };
}
