import type { Metadata } from "next";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { BacklogUpload } from "@/components/console/backlog/backlog-upload";
import { mayImportBacklog } from "@/lib/domain/backlog/import";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { ownBacklogs } from "@/lib/queries/backlog-import";
import { notHere } from "@/lib/web/portal-page";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${(await searchParams).again ? "Error: " : ""}Bring a backlog along` };
}

export default async function ImportPage({ searchParams }: Props) {
  const { staff, organisation } = await openDesk();
  if (!mayImportBacklog(staff.roles)) notHere("/console");
  const kept = (await searchParams).again ? await keptInThisBrowser(organisation.id, "console-import") : null;
  return (
    <BacklogUpload
      backlogs={await ownBacklogs(staff)}
      timeZone={organisation.profile.timeZone}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
