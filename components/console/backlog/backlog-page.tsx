import { BacklogColumnsForm } from "@/components/console/backlog/backlog-columns-form";
import { BacklogTrialPart } from "@/components/console/backlog/backlog-trial";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Figures } from "@/components/ui/figures";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { backlogFieldNames } from "@/lib/domain/backlog/columns";
import { columnField } from "@/lib/forms/console-backlog";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";
import type { BacklogView } from "@/lib/queries/backlog-import";

export type BacklogPageProps = {
  view: BacklogView;
  languages: { offered: string[]; default: string };
  typed: Typed;
  mistakes: Mistakes;
};

/** One file: which column is what, what would happen, and what happened. */
export function BacklogPage(props: BacklogPageProps) {
  const { view, mistakes } = props;
  return (
    <div className="flex flex-col gap-6">
      <BackLink href="/console/import">Bring a backlog along</BackLink>
      <ErrorSummary
        mistakes={mistakes}
        order={[...backlogFieldNames.map(columnField), "dayOrder", "channel", "language"]}
      />
      <Heading lead={leadOf(view)}>{`A file of ${view.rows} ${view.rows === 1 ? "row" : "rows"}`}</Heading>
      {view.state === "uploaded" ? <Before {...props} /> : <After view={view} />}
      {view.table && view.state !== "running" ? <Forget id={view.id} /> : null}
    </div>
  );
}

function leadOf({ state, table, done, rows }: BacklogView): string {
  if (state === "running") return `Row ${done.next} of ${rows}. You can leave; it goes on by itself.`;
  if (state === "done") return "It ran. What became a request stands in the queue, by its own date.";
  return table ? "Nothing was filed yet." : "The rows were destroyed. Upload the file again to go on.";
}

function Before({ view, ...rest }: BacklogPageProps) {
  if (!view.table) return null;
  return (
    <>
      {view.trial ? <BacklogTrialPart id={view.id} trial={view.trial} /> : null}
      <BacklogColumnsForm view={view} table={view.table} {...rest} />
    </>
  );
}

function After({ view: { id, state, done } }: { view: BacklogView }) {
  return (
    <>
      {state === "running" ? (
        <p>
          <Button variant="secondary" href={`/console/import/${id}`}>
            Look again
          </Button>
        </p>
      ) : (
        <Notice tone="success" announce title={`${done.filed} became requests`}>
          <p>Each counts from its own day. Nobody was written to; the next word to each person is yours.</p>
        </Notice>
      )}
      <Figures
        label="What became of the rows"
        figures={[
          { value: done.filed, label: "became requests", href: "/console?view=owed" },
          { value: done.known, label: "were here already" },
          { value: done.ended, label: "had ended" },
          { value: done.mistakes, label: "left out with a mistake", ...(done.mistakes > 0 ? { tone: "late" } : {}) },
        ]}
      />
    </>
  );
}

function Forget({ id }: { id: string }) {
  return (
    <form method="post" action={`/console/import/${id}/forget`} className="border-t border-line pt-4">
      <Button variant="secondary">Destroy the file now</Button>
      <p className="pt-1 text-small text-quiet">It goes by itself a day after it was uploaded.</p>
    </form>
  );
}
