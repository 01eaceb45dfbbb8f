import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { AssignmentPage } from "@/components/console/assignment-page";
import { localDay } from "@/lib/domain/calendar-date";
import { assignmentFormKey } from "@/lib/forms/console-assignment";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { assignmentView } from "@/lib/queries/assignment";
import { teamLoad } from "@/lib/queries/workload";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await searchParams).again === undefined ? "Assignment" : "Error: Assignment" };
}

export default async function Assignment({ searchParams }: Props) {
  const { staff, organisation } = await openDesk();
  const today = localDay(new Date(), organisation.profile.timeZone);
  const view = await assignmentView(staff, today);
  if (!view) notFound();
  const { again, done } = await searchParams;
  const kept = again === undefined ? null : await keptInThisBrowser(organisation.id, assignmentFormKey);
  const { rights, regimes, languages } = organisation.profile;
  return (
    <AssignmentPage
      {...view}
      rights={rights.map(({ right }) => right)}
      regimes={regimes}
      languages={languages.offered}
      load={(await teamLoad(staff, today)) ?? []}
      done={typeof done === "string" ? done : null}
      typed={kept?.values ?? {}}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
