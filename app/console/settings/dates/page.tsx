import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { type DatesResult, SettingsDatesPage } from "@/components/console/settings-dates-page";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { datesFormKey, readAfter } from "@/lib/forms/console-settings-dates";
import { movingDates, promisedUnderEarlier } from "@/lib/queries/settings-dates";
import { readNotice } from "@/lib/web/notice";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const error = (await searchParams).again === undefined ? "" : "Error: ";
  return { title: `${error}Dates under new settings` };
}

export default async function SettingsDates({ searchParams }: Props) {
  const { staff, organisation } = await openDesk();
  const parameters = await searchParams;
  const found = await movingDates(staff, { organisation, after: readAfter(parameters) }, new Date());
  if (!found) notFound();
  const kept = parameters.again === undefined ? null : await keptInThisBrowser(organisation.id, datesFormKey);
  const { shown } = await readNotice("/console/settings/dates");
  return (
    <SettingsDatesPage
      found={found}
      under={await promisedUnderEarlier(staff, organisation)}
      // Said once: whoever comes back later does not read of it again.
      result={parameters.done !== undefined && shown.result ? (JSON.parse(shown.result) as DatesResult) : null}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
