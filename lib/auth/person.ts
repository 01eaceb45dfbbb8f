import "server-only";
import { cookies } from "next/headers";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findPersonSession, personSessionLimits } from "@/lib/db/person-sessions";
import type { PersonActor } from "@/lib/domain/actor";
import { settings } from "@/lib/settings";

/** As long as a session can last at most; it ends sooner when it idles. */
export const personSessionSeconds = personSessionLimits.totalHours * 3_600;

/** The cookie's name: bound to this host where the address is https. */
export function personCookie(): string {
  return settings().baseUrl.startsWith("https:") ? "__Host-habeas_person" : "habeas_person";
}

/**
 * The person whose request this browser may open at this organisation, or null. A key of one organisation is unknown at
 * every other, because the session is looked for inside the organisation's own rows.
 */
export async function currentPerson(organisation: { id: string }): Promise<PersonActor | null> {
  const token = (await cookies()).get(personCookie())?.value;
  return token ? personBehind(organisation, token, new Date()) : null;
}

/** The same for a secret at hand. */
export async function personBehind(
  organisation: { id: string },
  token: string,
  now: Date,
): Promise<PersonActor | null> {
  const session = await inOrganisation(organisation.id, (scope) => findPersonSession(scope, token, now));
  if (!session) return null;
  const { id, requestId, proven, fresh } = session;
  return { kind: "person", organisationId: organisation.id, requestId, proven, fresh, session: id };
}
