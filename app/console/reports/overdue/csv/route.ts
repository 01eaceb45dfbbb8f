import { type NextRequest, NextResponse } from "next/server";
import { postingDesk } from "@/app/console/staff-gate";
import { overdueCsvRows } from "@/components/console/reports/overdue-csv";
import { recordLook } from "@/lib/commands/record-look";
import { localDay } from "@/lib/domain/calendar-date";
import { readAsOf } from "@/lib/forms/console-audit";
import { everyLateRow } from "@/lib/queries/overdue";
import { csvText } from "@/lib/web/csv";
import { typedPage } from "@/lib/web/fault-page";
import { personalCaching } from "@/lib/web/security-headers";

/** The overdue table to take away. Taking it is written into the organisation's record. */
export async function GET(http: NextRequest) {
  const desk = await postingDesk();
  if (!desk) return typedPage(404, "We could not find that page.", {});
  const { staff, organisation } = desk;
  const now = new Date();
  const asOf = readAsOf(Object.fromEntries(http.nextUrl.searchParams), localDay(now, organisation.profile.timeZone));
  const late = await everyLateRow(staff, asOf);
  await recordLook(staff, { organisation, look: { type: "OverdueExported", asOf, rows: late.length } }, now);
  const text = csvText(overdueCsvRows(late, { asOf, timeZone: organisation.profile.timeZone }));
  return new NextResponse(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="overdue-${organisation.slug}-${asOf}.csv"`,
      "Cache-Control": personalCaching,
    },
  });
}
