import type { Metadata } from "next";
import { openDesk } from "@/app/console/staff-gate";
import { OverdueReport } from "@/components/console/overdue-report";
import { localDay } from "@/lib/domain/calendar-date";
import { mayTake } from "@/lib/domain/lifecycle";
import { readAsOf } from "@/lib/forms/console-audit";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { overdueReport } from "@/lib/queries/overdue";

export const metadata: Metadata = { title: "Overdue" };

export default async function OverduePage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const { name, timeZone } = organisation.profile;
  const today = localDay(new Date(), timeZone);
  const asOf = readAsOf(await searchParams, today);
  const report = await overdueReport(staff, { organisation, asOf });
  return (
    <OverdueReport
      report={report}
      today={today}
      organisation={name}
      timeZone={timeZone}
      withPack={staff.roles.includes("dpo")}
      mayWrite={mayTake("tell_delay", staff.roles)}
    />
  );
}
