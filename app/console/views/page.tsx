import type { Metadata } from "next";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { columnNames } from "@/components/console/queue-table";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { mayShareViews, queueColumns } from "@/lib/domain/queue-look";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { queueLook, savedViews } from "@/lib/queries/saved-views";

export const metadata: Metadata = { title: "Views and columns" };

export default async function ViewsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const again = (await searchParams).again !== undefined;
  const [views, look, kept] = await Promise.all([
    savedViews(staff),
    queueLook(staff),
    again ? keptInThisBrowser(organisation.id, "console-look") : null,
  ]);
  const mistakes = kept?.mistakes ?? {};
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <BackLink href="/console">Requests</BackLink>
      <ErrorSummary mistakes={mistakes} order={["columns", "density"]} />
      <Heading>Views and columns</Heading>
      <Section title="Saved views" id="views">
        {views.length === 0 ? (
          <p>None yet. Filter the queue, then choose “Save this view” under it.</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {views.map(({ id, name, query, shared }) => (
              <li key={id} className="flex flex-wrap gap-x-4">
                <TextLink href={`/console?${query}`}>{name}</TextLink>
                <span className="text-quiet">{shared ? "everybody's" : "yours"}</span>
                {!shared || mayShareViews(staff.roles) ? (
                  <TextLink href={`/console/views/${id}`}>
                    Change<span className="sr-only"> {name}</span>
                  </TextLink>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Table" id="table" aside="Yours, on every machine.">
        <form method="post" action="/console/views/look" className="flex flex-col gap-4">
          <Checkboxes
            name="columns"
            label="Columns beside the reference"
            options={queueColumns.map((column) => ({ value: column, label: columnNames[column] }))}
            defaultValues={look.columns}
            {...(mistakes.columns ? { mistake: mistakes.columns } : {})}
          />
          <Radios
            name="density"
            label="Lines"
            options={[
              { value: "comfortable", label: "Comfortable" },
              { value: "compact", label: "Compact" },
            ]}
            defaultValue={look.density}
          />
          <div>
            <Button>Save table</Button>
          </div>
        </form>
      </Section>
    </div>
  );
}
