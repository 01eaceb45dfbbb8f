import { letterName } from "@/components/console/event-sentence";
import { instantText } from "@/components/console/instant-words";
import { LetterStatus } from "@/components/console/request-letters";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Status = "failed" | "held" | "queued";

export type OutboxRow = {
  id: string;
  kind: string;
  audience: "person" | "staff" | "owner";
  reference: string | null;
  /** Who of the staff it goes to. */
  reader: string | null;
  status: Status;
  attempts: number;
  lastError: string | null;
  queuedAt: Date;
  notBefore: Date | null;
  file: string | null;
};

type OutboxPageProps = {
  counts: Readonly<Record<Status, number>>;
  lines: readonly OutboxRow[];
  more: boolean;
  status: Status | null;
  timeZone: string;
  hasMailServer: boolean;
  maySendAgain: boolean;
  /** A letter was just put on its way again. */
  done: boolean;
  mistakes: Mistakes;
};

const names: Readonly<Record<Status, string>> = { failed: "Failed", held: "Held", queued: "Queued" };

const readerWords: Readonly<Record<string, string>> = { person: "the person", owner: "a system's owner" };

/** Letters that have not left: those that failed first of all. */
export function OutboxPage(props: OutboxPageProps) {
  const { counts, lines, more, status, timeZone, hasMailServer, maySendAgain, done, mistakes } = props;
  const all = counts.failed + counts.held + counts.queued;
  const last = lines.at(-1);
  return (
    <div className="flex flex-col gap-4">
      <ErrorSummary mistakes={mistakes} />
      {done ? (
        <Notice tone="success" announce title="Put on its way again">
          <p>Should the first one have arrived after all, the reader's mailbox knows it for the same letter.</p>
        </Notice>
      ) : null}
      <Heading lead="Letters that have not left yet, oldest first. What was sent stands with its request.">
        Outbox
      </Heading>
      {hasMailServer ? null : (
        <Notice tone="warning" title="Without SMTP settings letters wait here">
          <p>
            Nothing pretends to have been sent. Each waiting letter also lies as a file in the data folder under{" "}
            <code>outbox</code>. Set <code>SMTP_URL</code> and start again: they then go out by themselves.
          </p>
        </Notice>
      )}
      <Tabs
        label="Letters by status"
        tabs={[
          { href: "/console/outbox", label: "All", count: all, current: status === null },
          ...(["failed", "held", "queued"] as const).map((one) => ({
            href: `/console/outbox?status=${one}`,
            label: names[one],
            count: counts[one],
            current: status === one,
            ...(one === "failed" ? { tone: "late" as const } : {}),
          })),
        ]}
      />
      <Table
        caption="Letters that have not left"
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No letter waits">
            Letters stand here from the moment they are owed until they are sent.
          </EmptyState>
        }
        columns={[
          { key: "kind", title: "Letter", rowHeader: true, cell: ({ kind }) => letterName(kind) },
          {
            key: "to",
            title: "To",
            cell: ({ audience, reader }) => readerWords[audience] ?? reader ?? "staff",
          },
          {
            key: "request",
            title: "Request",
            tight: true,
            cell: ({ reference }) =>
              reference ? (
                <TextLink href={`/console/requests/${reference}#letters`}>
                  <span className="figures">{reference}</span>
                </TextLink>
              ) : (
                "–"
              ),
          },
          { key: "status", title: "Standing", tight: true, cell: ({ status: one }) => <LetterStatus status={one} /> },
          { key: "tries", title: "Tries", numeric: true, cell: ({ attempts }) => attempts },
          { key: "error", title: "What went wrong", cell: (row) => row.lastError ?? waitsWhy(row, timeZone) },
          { key: "since", title: "Owed since", tight: true, cell: ({ queuedAt }) => instantText(queuedAt, timeZone) },
          {
            key: "file",
            title: "File",
            cell: ({ file }) => (file ? <code className="text-small break-all">{file}</code> : ""),
          },
          ...(maySendAgain && counts.failed > 0
            ? [
                {
                  key: "again",
                  title: <VisuallyHidden>Action</VisuallyHidden>,
                  screenOnly: true,
                  cell: (row: OutboxRow) => (row.status === "failed" ? <SendAgain row={row} from={status} /> : ""),
                },
              ]
            : []),
        ]}
      />
      <Pagination
        label="Pages"
        {...(more && last
          ? { older: { href: `/console/outbox?${status ? `status=${status}&` : ""}after=${last.id}`, label: "Next" } }
          : {})}
      />
      <p className="max-w-measure text-small text-quiet">
        The text of a letter that waits is not shown here: its link and code belong to the person, and whoever holds
        them can confirm the address in their place.
      </p>
    </div>
  );
}

function waitsWhy({ status, notBefore }: OutboxRow, timeZone: string): string {
  if (status !== "queued" || !notBefore) return "";
  return `Nothing. The address is not confirmed and had its letters for the day: leaves after ${instantText(notBefore, timeZone)}`;
}

// Letters to staff about many requests go to several readers: the name tells their buttons apart.
function whose({ reference, reader }: OutboxRow): string {
  if (reference) return ` of ${reference}`;
  return reader ? `, ${reader}` : "";
}

function SendAgain({ row, from }: { row: OutboxRow; from: Status | null }) {
  return (
    <form method="post" action={`/console/outbox/${row.id}/again`}>
      <input type="hidden" name="status" value={from ?? ""} />
      <Button variant="secondary">
        Send again
        <VisuallyHidden>{`: ${letterName(row.kind)}${whose(row)}`}</VisuallyHidden>
      </Button>
    </form>
  );
}
