import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { AssignmentPage } from "@/components/console/assignment-page";
import { assignmentFormKey } from "@/lib/forms/console-assignment";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { assignmentView } from "@/lib/queries/assignment";

export const metadata: Metadata = { title: "Assignment" };

export default async function Assignment({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const view = await assignmentView(staff);
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
      done={typeof done === "string" ? done : null}
      typed={kept?.values ?? {}}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
