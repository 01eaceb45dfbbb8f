import { BulkWords } from "@/components/console/bulk/bulk-words";
import { ReloadSoon } from "@/components/console/bulk/reload-soon";
import { RunLines } from "@/components/console/bulk/run-lines";
import { stepWords } from "@/components/console/step-words";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Figures } from "@/components/ui/figures";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { Notice } from "@/components/ui/notice";
import { type BulkStep, canUndo, lettersOf } from "@/lib/domain/bulk";
import type { BulkView } from "@/lib/queries/bulk-run";

const headings: Readonly<Record<BulkView["state"], string>> = {
  planned: "Look it over",
  running: "Under way",
  done: "Done",
  undoing: "Being set back",
  undone: "Set back",
};

const notUndone: Readonly<Record<Exclude<BulkStep, "assign" | "snooze">, string>> = {
  begin: "Work that was begun stays begun: the record keeps the day on which each request was taken up.",
  resume: "Waiting that ended stays ended: the clocks run again from today, and the record keeps that day.",
  note: "A note stays in the record of each request.",
  message: "What was sent has been read. Write once more if something was wrong.",
  close: "A closed request stays closed: the time after which its data goes has begun.",
};

/** One step of many: before it is taken what would come of it, after it what came of it, row by row. */
export function RunPage({ run, mistakes }: { run: BulkView; mistakes: Mistakes }) {
  const { step, state, lines, rows, settled } = run;
  const { name, effect } = stepWords[step];
  const can = lines.filter(({ outcome }) => outcome === "done").length;
  const back = lines.filter(({ undone }) => undone === "done").length;
  const going = state === "running" || state === "undoing";
  return (
    <div className="flex max-w-[60rem] flex-col gap-5">
      <BackLink href="/console">Requests</BackLink>
      <ErrorSummary mistakes={mistakes} />
      <Heading over={`${name}${aimOf(run)} · ${run.chosenFrom}`} lead={effect}>
        {headings[state]}
      </Heading>
      {going ? (
        <Notice title={`${settled} of ${rows} so far`} announce>
          <p>
            It goes on without you, also after a restart. <a href={`/console/bulk/${run.id}`}>Look again</a>
          </p>
          <ReloadSoon />
        </Notice>
      ) : null}
      <Figures
        label="How many"
        figures={[
          { label: "Requests", value: String(rows) },
          { label: state === "planned" ? "Can" : "Done", value: String(state === "running" ? settled : can) },
          ...(going ? [] : [{ label: state === "planned" ? "Cannot" : "Not done", value: String(rows - can) }]),
          ...(state === "undone" ? [{ label: "Set back", value: String(back) }] : []),
          { label: "Letters to persons", value: String(lettersOf(step) * can) },
        ]}
      />
      {state === "planned" ? <BulkWords run={run} /> : null}
      {state === "planned" ? <Confirm run={run} can={can} /> : null}
      {state === "done" ? <AfterIt run={run} can={can} /> : null}
      {going ? null : <RunLines run={run} />}
    </div>
  );
}

function Confirm({ run, can }: { run: BulkView; can: number }) {
  if (!run.mine) return <p>Only {run.by}, who chose these, can go on.</p>;
  if (can === 0) return <p>None of them can. Nothing will be done.</p>;
  return (
    <form method="post" action={`/console/bulk/${run.id}/take`} className="flex flex-col items-start gap-3">
      <p className="max-w-measure">
        {canUndo(run.step) ? "It can be set back afterwards." : `It cannot be undone. ${undoWords(run.step)}`} Each
        request is looked at once more; what somebody changed meanwhile is left as it is.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button>{`${stepNameOf(run.step)}: ${can} ${can === 1 ? "request" : "requests"}`}</Button>
        <Button variant="quiet" href="/console">
          Cancel
        </Button>
      </div>
    </form>
  );
}

function AfterIt({ run, can }: { run: BulkView; can: number }) {
  if (!canUndo(run.step)) return <p className="max-w-measure text-quiet">{undoWords(run.step)}</p>;
  if (!run.mine || can === 0) return null;
  return (
    <form method="post" action={`/console/bulk/${run.id}/take`} className="flex flex-col items-start gap-2">
      <input type="hidden" name="undo" value="yes" />
      <Button variant="secondary">{setBack[run.step]?.button ?? "Set back"}</Button>
      <p className="text-small text-quiet">{setBack[run.step]?.but}</p>
    </form>
  );
}

const setBack: Readonly<Partial<Record<BulkStep, { button: string; but: string }>>> = {
  assign: {
    button: "Give them back to who had them",
    but: "Requests that got yet another owner since stay with that one.",
  },
  snooze: { button: "Wake them", but: "Requests that sleep until another day by now stay asleep." },
};

function aimOf({ step, to, until, template }: BulkView): string {
  if (step === "assign") return ` to ${to ?? "nobody"}`;
  if (until) return ` until ${calendarDayText(until)}`;
  return template ? ` with “${template}”` : "";
}

function stepNameOf(step: BulkStep): string {
  return stepWords[step].name;
}

function undoWords(step: BulkStep): string {
  return step === "assign" || step === "snooze" ? "" : notUndone[step];
}
