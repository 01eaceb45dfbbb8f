import type { Metadata } from "next";
import { openDesk } from "@/app/console/staff-gate";
import { OverdueReport } from "@/components/console/overdue-report";
import { localDay } from "@/lib/domain/calendar-date";
import { mayTake } from "@/lib/domain/lifecycle";
import { readAsOf } from "@/lib/forms/console-audit";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { readLatePlace } from "@/lib/forms/late-place";
import { deskReport } from "@/lib/queries/desk-report";

export const metadata: Metadata = { title: "Overdue" };

export default async function OverduePage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const { name, timeZone } = organisation.profile;
  const parameters = await searchParams;
  const today = localDay(new Date(), timeZone);
  const asOf = readAsOf(parameters, today);
  const after = readLatePlace(parameters);
  const report = await deskReport(staff, { organisation, asOf, after });
  const may = { withPack: staff.roles.includes("dpo"), mayWrite: mayTake("tell_delay", staff.roles) };
  return <OverdueReport {...{ report, today, timeZone }} {...may} organisation={name} further={after !== null} />;
}
