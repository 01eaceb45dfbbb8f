import "server-only";
import { cookies } from "next/headers";
import { isTimeZone } from "@/lib/forms/time-zones";
import type { Organisation } from "@/lib/queries/organisation";
import { cookieName } from "./cookies";

/** The zone in which this browser wants to read times here; null where it chose none, or the organisation offers none. */
export async function chosenZone({ profile }: Organisation): Promise<string | null> {
  if (!profile.preferences.timeZone) return null;
  const chosen = (await cookies()).get(cookieName("habeas_time_zone"))?.value;
  return chosen && isTimeZone(chosen) ? chosen : null;
}
