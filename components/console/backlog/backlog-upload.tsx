import { instantText } from "@/components/console/instant-words";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileInput } from "@/components/ui/file-input";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { backlogFieldNames, backlogFields } from "@/lib/domain/backlog/columns";
import { backlogHours, backlogRowLimit } from "@/lib/domain/backlog/import";
import type { BacklogState, BacklogView } from "@/lib/queries/backlog-import";

type BacklogUploadProps = {
  backlogs: readonly Omit<BacklogView, "table" | "trial">[];
  timeZone: string;
  mistakes: Mistakes;
};

const stateWords: Readonly<Record<BacklogState, string>> = {
  uploaded: "not run yet",
  running: "running",
  done: "done",
};

/** Where requests from another tool come in: one CSV file, looked at before anything is filed. */
export function BacklogUpload({ backlogs, timeZone, mistakes }: BacklogUploadProps) {
  const labels = backlogFieldNames.filter((field) => backlogFields[field].needed).map((f) => backlogFields[f].label);
  return (
    <div className="flex max-w-[60rem] flex-col gap-5">
      <BackLink href="/console">Requests</BackLink>
      <ErrorSummary mistakes={mistakes} order={["file"]} />
      <Heading lead="Open requests from another tool, as a CSV file. You see what would happen before anything does. Each counts from the day it was received; nobody gets a letter.">
        Bring a backlog along
      </Heading>
      <form method="post" action="/console/import/upload" encType="multipart/form-data" className="flex flex-col gap-4">
        <FileInput
          name="file"
          label="CSV file"
          hint={`The first line has headings. Needed: ${labels.join(", ").toLowerCase()}. Up to ${backlogRowLimit} rows. It is kept encrypted, for you alone, and destroyed after ${backlogHours} hours.`}
          accept=".csv,text/csv"
          mistake={mistakes.file}
        />
        <div>
          <Button>Look at it</Button>
        </div>
      </form>
      {backlogs.length > 0 ? (
        <Section title="Yours so far" id="yours">
          <Table
            caption="Files you uploaded"
            captionHidden
            rows={backlogs}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "at",
                title: "Uploaded",
                rowHeader: true,
                cell: ({ id, at }) => <TextLink href={`/console/import/${id}`}>{instantText(at, timeZone)}</TextLink>,
              },
              { key: "rows", title: "Rows", numeric: true, cell: ({ rows }) => rows },
              { key: "state", title: "State", cell: ({ state }) => stateWords[state] },
              { key: "filed", title: "Became requests", numeric: true, cell: ({ done }) => done.filed },
            ]}
          />
        </Section>
      ) : null}
    </div>
  );
}
