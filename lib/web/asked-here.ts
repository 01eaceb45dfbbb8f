import "server-only";
import type { NextRequest } from "next/server";
import { personBehind } from "@/lib/auth/person";
import { readCookie } from "./cookies";

/** Id of the request that this browser asked for or has open at this organisation; null for none. */
export async function askedHere(organisation: { id: string }, http: NextRequest, now: Date): Promise<string | null> {
  const session = readCookie(http, "habeas_person");
  return session ? ((await personBehind(organisation, session, now))?.requestId ?? null) : null;
}
