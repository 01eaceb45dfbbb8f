import type { Metadata } from "next";
import { openDesk } from "@/app/console/staff-gate";
import { CaliforniaReport } from "@/components/console/reports/california-report";
import { localDay } from "@/lib/domain/calendar-date";
import { californiaMetrics } from "@/lib/domain/california-metrics";
import { countedRequests, readCaliforniaChoice } from "@/lib/forms/california-report";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { californiaRows } from "@/lib/queries/california";

export const metadata: Metadata = { title: "California metrics" };

export default async function CaliforniaPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const { name, timeZone } = organisation.profile;
  const today = localDay(new Date(), timeZone);
  const chosen = readCaliforniaChoice(await searchParams, today);
  const metrics = californiaMetrics(countedRequests(await californiaRows(staff, chosen)), chosen);
  const withPack = staff.roles.includes("dpo");
  return <CaliforniaReport {...{ metrics, chosen, today, timeZone, withPack }} organisation={name} />;
}
