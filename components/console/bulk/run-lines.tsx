import { stateWords } from "@/components/console/state-words";
import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { refusals } from "@/lib/domain/refusal";
import type { BulkOutcome, BulkView } from "@/lib/queries/bulk-run";

/** As many as one page shows; all of them are in the CSV. */
const shownLines = 200;

/** What comes, or came, of one row, in words. */
export function outcomeWords(outcome: BulkOutcome, planned: boolean): string {
  if (outcome === "done") return planned ? "can" : "done";
  return refusals[outcome];
}

/** The rows with their results, failures first. */
export function RunLines({ run }: { run: BulkView }) {
  const planned = run.state === "planned";
  const undone = run.state === "undone";
  return (
    <div className="flex flex-col gap-2">
      <Heading level={2}>{planned ? "Which can, those that cannot first" : "Results, failures first"}</Heading>
      <Table
        caption={planned ? "Which can" : "Results"}
        captionHidden
        rows={run.lines.slice(0, shownLines)}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: "reference",
            title: "Reference",
            rowHeader: true,
            tight: true,
            cell: ({ reference }) => (
              <TextLink href={`/console/requests/${reference}`}>
                <span className="figures">{reference}</span>
              </TextLink>
            ),
          },
          { key: "state", title: "State", tight: true, cell: ({ state }) => stateWords[state] },
          {
            key: "outcome",
            title: planned ? "Can it" : "Result",
            cell: ({ outcome }) => outcomeWords(outcome, planned),
          },
          ...(undone
            ? [
                {
                  key: "undone",
                  title: "Set back",
                  cell: (line: BulkView["lines"][number]) =>
                    line.undone ? outcomeWords(line.undone, false) : "was not done",
                },
              ]
            : []),
        ]}
      />
      {run.lines.length > shownLines ? (
        <p className="text-small text-quiet">The first {shownLines} are shown.</p>
      ) : null}
      <p>
        <TextLink href={`/console/bulk/${run.id}/csv`} download>
          All rows as CSV
        </TextLink>
      </p>
    </div>
  );
}
