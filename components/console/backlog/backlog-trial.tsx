import { channelWords } from "@/components/console/event-sentence";
import { rightList } from "@/components/console/right-names";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { Figures } from "@/components/ui/figures";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { placeName } from "@/lib/domain/places";
import type { BacklogTrial } from "@/lib/queries/backlog-import";

const shownMistakes = 20;

/** What would happen: how many, the first of them as they would be filed, and what stays out with why. */
export function BacklogTrialPart({ id, trial }: { id: string; trial: BacklogTrial }) {
  const { requests, known, ended, mistakes, first } = trial;
  return (
    <>
      <Section title="What would happen" id="trial">
        <div className="flex flex-col gap-4">
          <Figures
            label="What would become of the rows"
            figures={[
              { value: requests, label: "become requests" },
              { value: known, label: "are here already, or twice in the file" },
              { value: ended, label: "have ended: nothing is owed" },
              { value: mistakes.length, label: "stay out", ...(mistakes.length > 0 ? { tone: "late" } : {}) },
            ]}
          />
          <form method="post" action={`/console/import/${id}/run`}>
            {requests > 0 ? (
              <Button>{`File ${requests} ${requests === 1 ? "request" : "requests"}`}</Button>
            ) : (
              <Button closedBecause="There is nothing to file: look at the columns and at what stays out.">
                File requests
              </Button>
            )}
          </form>
        </div>
      </Section>
      {first.length > 0 ? (
        <Section title="The first of them" id="first">
          <Table
            caption="The first rows as they would be filed"
            captionHidden
            rows={first}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: "line", title: "Line", tight: true, numeric: true, cell: ({ line }) => line },
              { key: "name", title: "Person", rowHeader: true, cell: ({ filing }) => filing.person.name },
              { key: "email", title: "E-mail", cell: ({ filing }) => filing.person.email },
              { key: "rights", title: "What", cell: ({ filing }) => rightList(filing.rights) },
              { key: "place", title: "Where", cell: ({ filing }) => placeName(filing.country, filing.region) },
              {
                key: "on",
                title: "Received",
                tight: true,
                cell: ({ filing }) => (filing.receivedOn ? calendarDayText(filing.receivedOn) : ""),
              },
              { key: "channel", title: "How", cell: ({ filing }) => channelWords[filing.channel] },
            ]}
          />
        </Section>
      ) : null}
      {mistakes.length > 0 ? (
        <Section title="What stays out" id="mistakes">
          <div className="flex flex-col gap-3">
            <Table
              caption="Rows with mistakes"
              captionHidden
              rows={mistakes.slice(0, shownMistakes)}
              rowKey={({ line }) => String(line)}
              columns={[
                { key: "line", title: "Line", rowHeader: true, tight: true, numeric: true, cell: ({ line }) => line },
                { key: "because", title: "Why", cell: ({ because }) => because.join(" ") },
              ]}
            />
            {mistakes.length > shownMistakes ? (
              <p className="text-quiet">{`And ${mistakes.length - shownMistakes} more in the file.`}</p>
            ) : null}
            <p>
              <Button variant="secondary" icon="download" href={`/console/import/${id}/mistakes`}>
                These rows as CSV
              </Button>
            </p>
          </div>
        </Section>
      ) : null}
    </>
  );
}
