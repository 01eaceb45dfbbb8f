import { eventSentence } from "@/components/console/event-sentence";
import { instantText } from "@/components/console/instant-words";
import { organisationSentence } from "@/components/console/organisation-sentence";
import { signedBy } from "@/components/console/request-timeline";
import { nameIn } from "@/components/console/shown-request";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RecordedEvent } from "@/lib/domain/events";

export type ShownEntry = RecordedEvent & { reference: string | null };

type AuditTableProps = { entries: readonly ShownEntry[]; names: ReadonlyMap<string, string>; timeZone: string };

/** The organisation's record as sentences, newest first. */
export function AuditTable({ entries, names, timeZone }: AuditTableProps) {
  const nameOf = nameIn(names);
  return (
    <Table
      caption="What happened, newest first"
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Nothing fits">Take a filter off to see more of the record.</EmptyState>}
      columns={[
        {
          key: "when",
          title: "When",
          tight: true,
          cell: ({ at }) => <time dateTime={at.toISOString()}>{instantText(at, timeZone)}</time>,
        },
        {
          key: "what",
          title: "What",
          rowHeader: true,
          cell: (entry) =>
            entry.reference ? eventSentence(entry.event, nameOf) : organisationSentence(entry.event, nameOf),
        },
        {
          key: "request",
          title: "Request",
          tight: true,
          cell: ({ reference }) =>
            reference ? (
              <TextLink href={`/console/requests/${reference}/audit`}>
                <span className="figures">{reference}</span>
              </TextLink>
            ) : (
              <span className="text-quiet">organisation</span>
            ),
        },
        { key: "who", title: "Who", cell: (entry) => signedBy(entry, nameOf) },
        {
          key: "hash",
          title: "Hash",
          tight: true,
          cell: ({ hash }) => (
            <span className="figures text-quiet" title={hash}>
              {hash.slice(0, 12)}
            </span>
          ),
        },
      ]}
    />
  );
}
