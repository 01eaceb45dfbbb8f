import type { Metadata } from "next";
import { openDesk } from "@/app/console/staff-gate";
import { BulkBar } from "@/components/console/bulk/bulk-bar";
import { QueueFilters } from "@/components/console/queue-filters";
import { QueueTable } from "@/components/console/queue-table";
import { QueueTabs } from "@/components/console/queue-tabs";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { mayImportBacklog } from "@/lib/domain/backlog/import";
import { bulkStepsFor } from "@/lib/domain/bulk";
import { localDay } from "@/lib/domain/calendar-date";
import { mayTake } from "@/lib/domain/lifecycle";
import { queueAddress, readQueueFilter, type SearchParameters } from "@/lib/forms/console-queue";
import { queueCounts, queuePage } from "@/lib/queries/queue";
import { organisationMembers } from "@/lib/queries/staff-names";

export const metadata: Metadata = { title: "Requests" };

export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const { profile } = organisation;
  const filter = readQueueFilter(await searchParams);
  const today = localDay(new Date(), profile.timeZone);
  const day = { today, soonDays: profile.dueSoonDays };
  const [page, counts, members] = await Promise.all([
    queuePage(staff, filter, day),
    queueCounts(staff, day),
    organisationMembers(staff),
  ]);
  const { newer, older, rows, total } = page;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Heading>Requests</Heading>
        <div className="flex flex-wrap gap-2">
          {mayImportBacklog(staff.roles) ? (
            <Button variant="quiet" href="/console/import">
              Bring a backlog along
            </Button>
          ) : null}
          {mayTake("begin", staff.roles) ? (
            <Button variant="secondary" href="/console/new">
              Enter a request
            </Button>
          ) : null}
        </div>
      </div>
      <QueueTabs filter={filter} counts={counts} />
      <QueueFilters filter={filter} members={members} offered={profile.rights.map(({ right }) => right)} />
      <QueueTable
        rows={rows}
        filter={filter}
        today={today}
        soonDays={profile.dueSoonDays}
        members={members}
        me={staff.staffId}
      />
      {rows.length > 0 && bulkStepsFor(staff.roles).length > 0 ? (
        <BulkBar filter={filter} total={String(total)} />
      ) : null}
      <Pagination
        label="Pages"
        shown={`${total} ${total === 1 ? "request" : "requests"}${rows.length < total ? `, ${rows.length} shown` : ""}`}
        {...(newer ? { newer: { href: queueAddress(filter, { cursor: newer }), label: "Back" } } : {})}
        {...(older ? { older: { href: queueAddress(filter, { cursor: older }), label: "Next" } } : {})}
      />
    </div>
  );
}
