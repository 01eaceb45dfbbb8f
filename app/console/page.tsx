import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { BulkBar } from "@/components/console/bulk/bulk-bar";
import { CoveringLine } from "@/components/console/covering-line";
import { QueueChips } from "@/components/console/queue-chips";
import { QueueFilters } from "@/components/console/queue-filters";
import { QueueQuery } from "@/components/console/queue-query";
import { QueueTable } from "@/components/console/queue-table";
import { QueueTabs } from "@/components/console/queue-tabs";
import { Button } from "@/components/ui/button";
import { CountUpTo } from "@/components/ui/count-up-to";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { mayImportBacklog } from "@/lib/domain/backlog/import";
import { bulkStepsFor } from "@/lib/domain/bulk";
import { localDay } from "@/lib/domain/calendar-date";
import { mayTake } from "@/lib/domain/lifecycle";
import { countedUpTo, mayExportQueue } from "@/lib/domain/queue";
import { addressParts, queueAddress, readQueueAddress, type SearchParameters } from "@/lib/forms/console-queue";
import { one } from "@/lib/forms/kept-values";
import { printQuery } from "@/lib/forms/queue-language";
import { membersToday } from "@/lib/queries/absences";
import { queueCounts, queuePage } from "@/lib/queries/queue";
import { queueLook, savedViews } from "@/lib/queries/saved-views";

type QueuePageProps = { searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: QueuePageProps): Promise<Metadata> {
  return { title: (await searchParams).again === undefined ? "Requests" : "Error: Requests" };
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const { staff, organisation } = await openDesk();
  const { profile } = organisation;
  const parameters = await searchParams;
  const { filter, unclear, typed, fromControls } = readQueueAddress(parameters);
  // The controls are one way to write the query: what they say has the same address as if it had been typed.
  if (fromControls) redirect(queueAddress(filter));
  const kept = parameters.again === undefined ? null : await keptInThisBrowser(organisation.id, "console-search");
  const today = localDay(new Date(), profile.timeZone);
  const day = { today, soonDays: profile.dueSoonDays };
  const [page, counts, members, saved, look] = await Promise.all([
    queuePage(staff, filter, day),
    queueCounts(staff, day),
    membersToday(staff, today),
    savedViews(staff),
    queueLook(staff),
  ]);
  const { newer, older, rows, total } = page;
  const owners = [
    { value: "me", label: "me" },
    { value: "none", label: "nobody" },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const parts = addressParts({ ...filter, cursor: undefined });
  const said = kept?.mistakes.text ?? unclear.map((one) => `“${one.typed}”: ${one.said}`).join(" ");
  const text = kept ? one(kept.values, "text") : unclear.length > 0 ? typed : printQuery(filter.terms ?? {});
  return (
    <div className="flex flex-col gap-4">
      {kept ? <ErrorSummary mistakes={kept.mistakes} order={["text"]} /> : null}
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
      <QueueTabs filter={filter} counts={counts} saved={saved} />
      <CoveringLine covering={members.filter(({ away }) => away?.acting?.id === staff.staffId)} />
      <QueueQuery text={text} from={queueAddress(filter)} mistake={said || undefined} />
      <QueueFilters filter={filter} owners={owners} offered={profile.rights.map(({ right }) => right)} />
      <QueueChips filter={filter} owners={owners} />
      <QueueTable
        rows={rows}
        filter={filter}
        today={today}
        soonDays={profile.dueSoonDays}
        columns={look.columns}
        members={members}
        me={staff.staffId}
      />
      {rows.length > 0 && bulkStepsFor(staff.roles).length > 0 ? (
        <BulkBar filter={filter} total={total > countedUpTo ? `${countedUpTo.toLocaleString("en")}+` : String(total)} />
      ) : null}
      <Pagination
        label="Pages"
        shown={
          <>
            <CountUpTo count={total} most={countedUpTo} /> {total === 1 ? "request" : "requests"}
            {rows.length < total ? `, ${rows.length} shown` : ""}
          </>
        }
        {...(newer ? { newer: { href: queueAddress(filter, { cursor: newer }), label: "Back" } } : {})}
        {...(older ? { older: { href: queueAddress(filter, { cursor: older }), label: "Next" } } : {})}
      />
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-small" data-print="hide">
        <TextLink href={`/console/views/new?${parts}`}>Save this view</TextLink>
        <TextLink href="/console/views">Views and columns</TextLink>
        {total > 0 && mayExportQueue(staff.roles) ? (
          <TextLink href={`/console/export?${parts}`}>Take this list away (CSV)</TextLink>
        ) : null}
      </p>
    </div>
  );
}
