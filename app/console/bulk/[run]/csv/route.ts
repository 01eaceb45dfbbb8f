import { type NextRequest, NextResponse } from "next/server";
import { postingDesk } from "@/app/console/staff-gate";
import { outcomeWords } from "@/components/console/bulk/run-lines";
import { stateWords } from "@/components/console/state-words";
import { stepWords } from "@/components/console/step-words";
import { recordLook } from "@/lib/commands/record-look";
import { isUuid } from "@/lib/forms/console-bulk";
import { bulkRun } from "@/lib/queries/bulk-run";
import { csvText } from "@/lib/web/csv";
import { typedPage } from "@/lib/web/fault-page";
import { personalCaching } from "@/lib/web/security-headers";

/** Every row with its result, failures first. Taking it away is written into the organisation's record. */
export async function GET(_: NextRequest, { params }: { params: Promise<{ run: string }> }) {
  const desk = await postingDesk();
  const { run: id } = await params;
  const now = new Date();
  const run =
    desk && isUuid(id) ? await bulkRun(desk.staff, { organisation: desk.organisation, runId: id }, now) : null;
  if (!desk || !run) return typedPage(404, "We could not find that page.", {});
  const look = { type: "BulkExported", runId: run.id, rows: run.rows } as const;
  await recordLook(desk.staff, { organisation: desk.organisation, look }, now);
  const planned = run.state === "planned";
  const text = csvText([
    ["reference", "state", "step", "result", "set back"],
    ...run.lines.map(({ reference, state, outcome, undone }) => [
      reference,
      stateWords[state],
      stepWords[run.step].name,
      outcomeWords(outcome, planned),
      undone ? outcomeWords(undone, false) : "",
    ]),
  ]);
  return new NextResponse(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="bulk-${run.id}.csv"`,
      "Cache-Control": personalCaching,
    },
  });
}
