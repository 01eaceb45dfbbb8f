import type { Metadata } from "next";
import { openDesk } from "@/app/console/staff-gate";
import { AuditFilters } from "@/components/console/audit-filters";
import { AuditTable } from "@/components/console/audit-table";
import { Heading } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { recordLook } from "@/lib/commands/record-look";
import { auditAddress, readAuditFilter } from "@/lib/forms/console-audit";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { auditPage } from "@/lib/queries/audit";
import { organisationMembers } from "@/lib/queries/staff-names";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const filter = readAuditFilter(await searchParams);
  const [page, members] = await Promise.all([auditPage(staff, filter), organisationMembers(staff)]);
  const look = { type: "AuditViewed", reference: filter.reference ?? null } as const;
  await recordLook(staff, { organisation, look }, new Date());
  const { older, entries, names, types } = page;
  return (
    <div className="flex flex-col gap-4">
      <Heading lead="Everything that happened here, newest first. It can be added to and never changed. Looking at it is recorded too.">
        Audit
      </Heading>
      <AuditFilters filter={filter} members={members} types={types} />
      <AuditTable entries={entries} names={names} timeZone={organisation.profile.timeZone} />
      <Pagination
        label="Pages"
        {...(filter.cursor ? { newer: { href: auditAddress({ ...filter, cursor: undefined }), label: "Newest" } } : {})}
        {...(older ? { older: { href: auditAddress({ ...filter, cursor: older }) } } : {})}
      />
    </div>
  );
}
