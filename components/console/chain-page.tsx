import { eventSentence } from "@/components/console/event-sentence";
import { counted, instantText } from "@/components/console/instant-words";
import { signedBy } from "@/components/console/request-timeline";
import { nameIn } from "@/components/console/shown-request";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { RecordedEvent } from "@/lib/domain/events";
import type { Break } from "@/lib/domain/ledger";

type ChainPageProps = {
  reference: string;
  chain: readonly RecordedEvent[];
  names: ReadonlyMap<string, string>;
  broken: Break | null;
  timeZone: string;
};

/** One request's chain: whether it holds, and every entry with the hash that the next one builds on. */
export function ChainPage({ reference, chain, names, broken, timeZone }: ChainPageProps) {
  const nameOf = nameIn(names);
  return (
    <div className="flex flex-col gap-5">
      <BackLink href={`/console/requests/${reference}`}>{reference}</BackLink>
      <Heading over={<span className="figures tracking-wide">{reference}</span>}>Audit of this request</Heading>
      {broken ? (
        <Notice tone="late" title={`The record is broken at entry ${broken.seq}`}>
          <p>
            {broken.why.charAt(0).toUpperCase() + broken.why.slice(1)}. Nothing after it can be relied on. Keep the
            database as it is and tell whoever runs it.
          </p>
        </Notice>
      ) : (
        <Notice
          tone="success"
          title={`The record holds: ${counted(chain.length, "entry", "entries")}, every link checked just now`}
        >
          <p>Each hash covers its entry and the hash before it. The person's receipt carries one of them.</p>
        </Notice>
      )}
      <Table
        caption="Entries, oldest first"
        captionHidden
        rows={chain}
        rowKey={({ id }) => id}
        columns={[
          { key: "seq", title: "No.", numeric: true, cell: ({ seq }) => <span id={`entry-${seq}`}>{seq}</span> },
          {
            key: "when",
            title: "When",
            tight: true,
            cell: ({ at }) => <time dateTime={at.toISOString()}>{instantText(at, timeZone)}</time>,
          },
          { key: "what", title: "What", rowHeader: true, cell: ({ event }) => eventSentence(event, nameOf) },
          { key: "who", title: "Who", cell: (entry) => signedBy(entry, nameOf) },
          {
            key: "hash",
            title: "Hash (SHA-256)",
            cell: ({ hash }) => (
              <code className="block w-[33ch] max-w-full font-mono text-small break-all select-all">{hash}</code>
            ),
          },
        ]}
      />
      <p className="max-w-measure text-small text-quiet">
        A click on a hash selects it whole. The same check runs offline with{" "}
        <code className="whitespace-nowrap">npm run -s audit:verify</code>.
      </p>
    </div>
  );
}
