import { type NextRequest, NextResponse } from "next/server";
import { postingDesk } from "@/app/console/staff-gate";
import { californiaCsvRows } from "@/components/console/reports/california-csv";
import { recordLook } from "@/lib/commands/record-look";
import { localDay } from "@/lib/domain/calendar-date";
import { californiaMetrics } from "@/lib/domain/california-metrics";
import { countedRequests, readCaliforniaChoice } from "@/lib/forms/california-report";
import { californiaRows } from "@/lib/queries/california";
import { csvText } from "@/lib/web/csv";
import { typedPage } from "@/lib/web/fault-page";
import { personalCaching } from "@/lib/web/security-headers";

/** The California metrics to take away. Taking them is written into the organisation's record. */
export async function GET(http: NextRequest) {
  const desk = await postingDesk();
  if (!desk) return typedPage(404, "We could not find that page.", {});
  const { staff, organisation } = desk;
  const now = new Date();
  const today = localDay(now, organisation.profile.timeZone);
  const chosen = readCaliforniaChoice(Object.fromEntries(http.nextUrl.searchParams), today);
  const metrics = californiaMetrics(countedRequests(await californiaRows(staff, chosen)), chosen);
  const { year, people, form, asOf } = chosen;
  await recordLook(staff, { organisation, look: { type: "CaliforniaExported", year, people, form, asOf } }, now);
  return new NextResponse(csvText(californiaCsvRows(metrics, { form, asOf })), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="california-${organisation.slug}-${year}-${people}-${form}-${asOf}.csv"`,
      "Cache-Control": personalCaching,
    },
  });
}
