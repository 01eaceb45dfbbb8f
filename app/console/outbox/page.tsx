import type { Metadata } from "next";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { OutboxPage } from "@/components/console/outbox-page";
import { mayTake } from "@/lib/domain/lifecycle";
import { outboxFormKey, readOutboxFilter } from "@/lib/forms/console-outbox";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { outbox } from "@/lib/queries/outbox";
import { settings } from "@/lib/settings";

export const metadata: Metadata = { title: "Outbox" };

export default async function Outbox({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const parameters = await searchParams;
  const filter = readOutboxFilter(parameters);
  const kept = parameters.again === undefined ? null : await keptInThisBrowser(organisation.id, outboxFormKey);
  const found = await outbox(staff, filter);
  return (
    <OutboxPage
      {...found}
      status={filter.status ?? null}
      timeZone={organisation.profile.timeZone}
      hasMailServer={settings().smtpUrl !== undefined}
      maySendAgain={mayTake("send_again", staff.roles)}
      done={parameters.done === "again"}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
