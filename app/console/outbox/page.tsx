import type { Metadata } from "next";
import { openDesk } from "@/app/console/staff-gate";
import { OutboxPage } from "@/components/console/outbox-page";
import { readOutboxFilter } from "@/lib/forms/console-outbox";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { outbox } from "@/lib/queries/outbox";
import { settings } from "@/lib/settings";

export const metadata: Metadata = { title: "Outbox" };

export default async function Outbox({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const filter = readOutboxFilter(await searchParams);
  const found = await outbox(staff, filter);
  return (
    <OutboxPage
      {...found}
      status={filter.status ?? null}
      timeZone={organisation.profile.timeZone}
      hasMailServer={settings().smtpUrl !== undefined}
    />
  );
}
