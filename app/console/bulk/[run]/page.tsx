import type { Metadata } from "next";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { RunPage } from "@/components/console/bulk/run-page";
import { isUuid } from "@/lib/forms/console-bulk";
import { bulkRun } from "@/lib/queries/bulk-run";
import { notHere } from "@/lib/web/portal-page";

export const metadata: Metadata = { title: "One step for many" };

type Props = { params: Promise<{ run: string }>; searchParams: Promise<{ again?: string | string[] }> };

export default async function BulkRunPage({ params, searchParams }: Props) {
  const desk = await openDesk();
  const { run: id } = await params;
  const run = isUuid(id) ? await bulkRun(desk.staff, { organisation: desk.organisation, runId: id }, new Date()) : null;
  if (!run) notHere("/console");
  const again = (await searchParams).again !== undefined;
  const kept = again ? await keptInThisBrowser(desk.organisation.id, `console-bulk:${id}`) : null;
  return <RunPage run={run} mistakes={kept?.mistakes ?? {}} />;
}
