import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading } from "@/components/ui/heading";
import { StateTag } from "@/components/ui/state-tag";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { type Refusal, refusals } from "@/lib/domain/refusal";

type Row = { reference: string; result: string };

/** What became of each letter of a campaign. `results`: "reference result"; null where this browser did not send it. */
export function CampaignResults({ results }: { results: readonly string[] | null }) {
  const rows = (results ?? []).map((line): Row => {
    const [reference = "", result = ""] = line.split(" ");
    return { reference, result };
  });
  const told = rows.filter(({ result }) => result === "told").length;
  return (
    <div className="flex flex-col gap-6">
      <BackLink href="/console/reports/overdue">Overdue</BackLink>
      <Heading lead="Each is on the record of its request. Those who were not told stay on the list.">
        {`${told} of ${rows.length} told`}
      </Heading>
      <Table
        caption="What became of each"
        captionHidden
        rows={rows}
        rowKey={({ reference }) => reference}
        empty={<EmptyState title="Nothing to show here">The record of each request says what it was told.</EmptyState>}
        columns={[
          {
            key: "reference",
            title: "Request",
            rowHeader: true,
            tight: true,
            cell: ({ reference }) => <TextLink href={`/console/requests/${reference}`}>{reference}</TextLink>,
          },
          { key: "result", title: "Result", cell: ({ result }) => <Result result={result} /> },
        ]}
      />
      <p>
        <TextLink href="/console/reports/overdue/campaign" alone>
          Write to those who are left
        </TextLink>
      </p>
    </div>
  );
}

function Result({ result }: { result: string }) {
  if (result === "told") return <StateTag tone="done">told, letter on its way</StateTag>;
  if (result === "already") return <StateTag tone="plain">told before in this campaign, not again</StateTag>;
  return (
    <>
      <StateTag tone="late">not told</StateTag> {refusals[result as Refusal] ?? result}
    </>
  );
}
