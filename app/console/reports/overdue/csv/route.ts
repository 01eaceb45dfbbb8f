import { type NextRequest, NextResponse } from "next/server";
import { postingDesk } from "@/app/console/staff-gate";
import { lastWordText, nextAction, whyLate } from "@/components/console/overdue-words";
import { rightList } from "@/components/console/right-names";
import { recordLook } from "@/lib/commands/record-look";
import { localDay } from "@/lib/domain/calendar-date";
import { placeName } from "@/lib/domain/places";
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
  const text = csvText([
    [
      "as of",
      "reference",
      "rights",
      "place",
      "was due",
      "days late",
      "extended",
      "waiting for",
      "last word",
      "next action",
      "owner",
    ],
    ...late.map((row) => [
      asOf,
      row.reference,
      rightList(row.rights),
      placeName(row.country, row.region),
      row.dueOn,
      String(row.daysLate),
      row.extended ? "yes" : "no",
      whyLate(row),
      lastWordText(row),
      nextAction(row),
      row.owner ?? "nobody",
    ]),
  ]);
  return new NextResponse(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="overdue-${organisation.slug}-${asOf}.csv"`,
      "Cache-Control": personalCaching,
    },
  });
}
