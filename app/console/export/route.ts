import { NextResponse } from "next/server";
import { postingDesk } from "@/app/console/staff-gate";
import { filterForRecord, queueCsvHead, queueCsvLine } from "@/components/console/queue-csv";
import { recordLook } from "@/lib/commands/record-look";
import { localDay } from "@/lib/domain/calendar-date";
import { mayExportQueue } from "@/lib/domain/queue";
import { readQueueFilter } from "@/lib/forms/console-queue";
import { exportedRows } from "@/lib/queries/export-queue";
import { organisationMembers } from "@/lib/queries/staff-names";
import { csvLines, csvStart } from "@/lib/web/csv";
import { typedPage } from "@/lib/web/fault-page";
import { getDoor } from "@/lib/web/get-door";
import { personalCaching } from "@/lib/web/security-headers";
import { streamedText } from "@/lib/web/streamed-text";

const plate = { name: "queue export", actor: "staff", limit: { count: 30, seconds: 600 } } as const;

/** The requests of a filter to take away, sent in pieces. The record says that it began, and how many rows really left. */
export const GET = getDoor(plate, async ({ http, now }) => {
  const desk = await postingDesk();
  if (!desk || !mayExportQueue(desk.staff.roles)) return typedPage(404, "We could not find that page.", {});
  const { staff, organisation } = desk;
  const filter = readQueueFilter(Object.fromEntries(http.nextUrl.searchParams));
  const today = localDay(now, organisation.profile.timeZone);
  const members = new Map((await organisationMembers(staff)).map(({ id, name }) => [id, name]));
  const said = filterForRecord(filter);
  await recordLook(staff, { organisation, look: { type: "QueueExportBegun", filter: said } }, now);

  async function* pieces() {
    let rows = 0;
    try {
      yield `${csvStart}${csvLines([queueCsvHead])}`;
      for await (const some of exportedRows(staff, filter, { today, soonDays: organisation.profile.dueSoonDays })) {
        rows += some.length;
        yield csvLines(some.map((row) => queueCsvLine(row, today, (id) => members.get(id) ?? "somebody who left")));
      }
    } finally {
      // Also when the browser went away in the middle: what it got, it got.
      await recordLook(staff, { organisation, look: { type: "QueueExported", filter: said, rows } }, new Date());
    }
  }
  return new NextResponse(streamedText(pieces()), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="requests-${organisation.slug}-${today}.csv"`,
      "Cache-Control": personalCaching,
    },
  });
});
