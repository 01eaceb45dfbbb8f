import type { Metadata } from "next";
import { cookies } from "next/headers";
import { StopWeeklyLetter } from "@/components/console/stop-weekly-letter";
import { weeklyLetterBehind } from "@/lib/auth/weekly-letter";
import { cookieName } from "@/lib/web/cookies";

export const metadata: Metadata = { title: "Weekly letter" };

/** Behind the link of a letter, for whoever got it: nobody has to sign in to get less mail. */
export default async function StopWeeklyLetterPage() {
  const token = (await cookies()).get(cookieName("habeas_weekly"))?.value ?? "";
  return <StopWeeklyLetter letter={token ? await weeklyLetterBehind(token) : null} />;
}
