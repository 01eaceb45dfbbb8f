import { type NextRequest, NextResponse } from "next/server";
import { postingDesk } from "@/app/console/staff-gate";
import { mayImportBacklog } from "@/lib/domain/backlog/import";
import { backlogView } from "@/lib/queries/backlog-import";
import { csvText } from "@/lib/web/csv";
import { typedPage } from "@/lib/web/fault-page";
import { personalCaching } from "@/lib/web/security-headers";

/** The rows that stay out, as they stood in the file, with why in front: to be mended and uploaded again. */
export async function GET(_: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const desk = await postingDesk();
  const may = desk !== null && mayImportBacklog(desk.staff.roles);
  const view = may ? await backlogView(desk.staff, { organisation: desk.organisation, id }, new Date()) : null;
  if (!view?.table || !view.trial) return typedPage(404, "We could not find that page.", {});
  const rows = view.trial.mistakes.map(({ line, because, cells }) => [because.join(" "), String(line), ...cells]);
  return new NextResponse(csvText([["mistake", "line", ...view.table.heads], ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="left-out-${id.slice(0, 8)}.csv"`,
      "Cache-Control": personalCaching,
    },
  });
}
