import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth/next";
import { cache } from "react";
import { z } from "zod";
import { sessionReading } from "./next-auth";
import { signInPath } from "./return-path";
import { type SignedInStaff, staffBehind, staffWatching } from "./staff-session";

const carried = z.object({ habeas: z.string().min(43).max(64) });

/** The opaque secret in this browser's cookie; null when there is none or it is not ours. Says nothing about rights. */
export async function sessionSecret(): Promise<string | null> {
  const read = carried.safeParse(await getServerSession(sessionReading()));
  return read.success ? read.data.habeas : null;
}

/**
 * Who is signed in, or null. Reads the clock and the cookie, then asks the database. A framework that is set up wrongly
 * throws or yields no secret of ours, and both mean nobody (GHSA-8fpg-xm3f-6cx3). Asked once for each page.
 */
export const currentStaff = cache(async function currentStaff(): Promise<SignedInStaff | null> {
  const secret = await sessionSecret();
  return secret === null ? null : staffBehind(secret, new Date());
});

/** The same for what a page asks by itself while it stands open: nobody was seen to do anything. */
export async function watchingStaff(): Promise<SignedInStaff | null> {
  const secret = await sessionSecret();
  return secret === null ? null : staffWatching(secret, new Date());
}

/**
 * For pages and GET handlers of the console: whoever is signed in, else a redirect to the sign-in page that leads back.
 * Without the second factor that the organisation asks for only the account pages are open. POST handlers use `currentStaff`.
 */
export async function requireStaff(open: "with_factor" | "enrolling" = "with_factor"): Promise<SignedInStaff> {
  const staff = await currentStaff();
  // The path is written by proxy.ts over whatever was sent, and checked again by whoever follows it.
  if (!staff) redirect(signInPath((await headers()).get("x-habeas-path")));
  if (staff.mustEnrol && open === "with_factor") redirect("/console/account/second-factor");
  return staff;
}
