import type { Metadata } from "next";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { BacklogPage } from "@/components/console/backlog/backlog-page";
import { mayImportBacklog } from "@/lib/domain/backlog/import";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { backlogView } from "@/lib/queries/backlog-import";
import { notHere } from "@/lib/web/portal-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${(await searchParams).again ? "Error: " : ""}Bring a backlog along` };
}

export default async function ImportOnePage({ params, searchParams }: Props) {
  const { staff, organisation } = await openDesk();
  if (!mayImportBacklog(staff.roles)) notHere("/console");
  const { id } = await params;
  const view = await backlogView(staff, { organisation, id }, new Date());
  if (!view) notHere("/console/import");
  const kept = (await searchParams).again ? await keptInThisBrowser(organisation.id, `console-import-${id}`) : null;
  return (
    <BacklogPage
      view={view}
      languages={organisation.profile.languages}
      typed={kept?.values ?? {}}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
