import type { Metadata } from "next";
import { chosenRows } from "@/app/console/bulk/chosen-rows";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { ChoosePage } from "@/components/console/bulk/choose-page";
import { loadLabel } from "@/components/console/workload-table";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { bulkStepsFor } from "@/lib/domain/bulk";
import { localDay } from "@/lib/domain/calendar-date";
import { parametersOf, readBulkChoice } from "@/lib/forms/console-bulk";
import { queueAddress, type SearchParameters } from "@/lib/forms/console-queue";
import { organisationTemplates } from "@/lib/queries/templates";
import { teamLoad } from "@/lib/queries/workload";
import { notHere } from "@/lib/web/portal-page";

export const metadata: Metadata = { title: "One step for many" };

type Props = { searchParams: Promise<SearchParameters> };

export default async function BulkPage({ searchParams }: Props) {
  const desk = await openDesk();
  const steps = bulkStepsFor(desk.staff.roles);
  if (steps.length === 0) notHere("/console");
  const { again, ...parameters } = await searchParams;
  // After a mistake the choice comes back in one piece; at first it comes from the queue's own form.
  const whole = typeof parameters.from === "string" ? parametersOf(parameters.from) : parameters;
  const choice = readBulkChoice(whole);
  const back = queueAddress(choice.filter, {});
  const [{ references, more }, team, templates, kept] = await Promise.all([
    chosenRows(desk, choice),
    teamLoad(desk.staff, localDay(new Date(), desk.organisation.profile.timeZone)),
    organisationTemplates(desk.staff),
    again === undefined ? null : keptInThisBrowser(desk.organisation.id, "console-bulk"),
  ]);
  if (references.length === 0) {
    return (
      <div className="flex flex-col gap-5">
        <BackLink href={back}>Requests</BackLink>
        <Heading lead="Tick the boxes of the rows you mean, or take the whole filter.">Nothing was selected</Heading>
      </div>
    );
  }
  const from = new URLSearchParams(
    Object.entries(whole).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one] as [string, string]),
    ),
  ).toString();
  return (
    <ChoosePage
      {...{ back, from, more, steps }}
      members={(team ?? []).map((one) => ({ id: one.id, name: loadLabel(one) }))}
      templates={templates.filter(({ kind }) => kind === "message")}
      count={references.length}
      values={kept?.values ?? {}}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
