import { ShownFiles } from "@/components/console/shown-files";
import type { ShownRequest } from "@/components/console/shown-request";
import { countsText, taskAnswerWords, verbWords } from "@/components/console/task-sentence";
import { TaskStanding } from "@/components/console/task-standing";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { isLiveTask, isSameQuestion, type TaskOffer } from "@/lib/domain/systems/task";
import { offerValue } from "@/lib/forms/console-tasks";
import type { Mistakes } from "@/lib/forms/kept-values";

type TasksProps = { view: ShownRequest; profile: OrganisationProfile; mistakes: Mistakes };
type Line = ShownRequest["asked"]["tasks"][number];

/** What systems were asked, who is waited for since when, what came back; and what can still be asked. */
export function RequestTasks({ view, profile, mistakes }: TasksProps) {
  const { tasks, offers, waitsForProof, acts } = view.asked;
  const names = new Map(profile.retention.map(({ category, name }) => [category, name]));
  const nameOf = (category: string) => names.get(category) ?? category;
  if (tasks.length === 0 && offers.length === 0 && !waitsForProof) return null;
  const waiting = tasks.filter(isLiveTask).length;
  return (
    <Section title="Systems asked" id="tasks" aside={waiting > 0 ? `${waiting} still to answer` : undefined}>
      {tasks.length > 0 ? (
        <Table
          caption="Systems asked"
          captionHidden
          rows={tasks}
          rowKey={({ id }) => id}
          columns={[
            { key: "system", title: "System", rowHeader: true, cell: (task) => <Asked task={task} /> },
            {
              key: "state",
              title: "State",
              cell: (task) => <TaskStanding task={task} today={view.today} zone={profile.timeZone} />,
            },
            { key: "came", title: "Came back", cell: (task) => <Came {...{ task, view, nameOf }} /> },
            {
              key: "act",
              title: <VisuallyHidden>Action</VisuallyHidden>,
              screenOnly: true,
              cell: (task) => (acts && isLiveTask(task) ? <Actions task={task} reference={view.reference} /> : null),
            },
          ]}
        />
      ) : null}
      {offers.length > 0 ? <AskForm {...{ view, mistakes, nameOf }} /> : null}
      {waitsForProof ? (
        <p className="max-w-measure text-quiet">
          Systems are asked once the request holds the proof it needs. Until then nobody is told whom it is about.
        </p>
      ) : null}
    </Section>
  );
}

function Asked({ task }: { task: Line }) {
  return (
    <>
      {task.systemName}
      <span className="block font-normal text-small text-quiet">
        {task.owner} · {verbWords[task.verb]}
      </span>
    </>
  );
}

type CameProps = { task: Line; view: ShownRequest; nameOf: (category: string) => string };

function Came({ task, view, nameOf }: CameProps) {
  const { answered, words, files } = task;
  if (!answered) return null;
  const counts = countsText(answered.counts, nameOf);
  return (
    <div className="flex min-w-48 flex-col gap-1">
      <p className="first-letter:uppercase">
        {taskAnswerWords[answered.answer]}
        {counts ? ` (${counts})` : ""}
      </p>
      {words ? <p className="max-w-measure whitespace-pre-wrap [overflow-wrap:anywhere]">{words}</p> : null}
      <ShownFiles reference={view.reference} files={files} opensPapers={view.opensPapers} />
    </div>
  );
}

function Actions({ task, reference }: { task: Line; reference: string }) {
  const at = `/console/requests/${reference}/tasks/${task.id}`;
  const of = <VisuallyHidden> {task.systemName}</VisuallyHidden>;
  return (
    <div className="flex flex-wrap gap-3">
      <Button href={at} variant="secondary">
        Answer for{of}
      </Button>
      {task.by === "nobody" ? null : (
        <form method="post" action={`${at}/again`}>
          <Button variant="secondary">Ask again{of}</Button>
        </form>
      )}
      <form method="post" action={`${at}/cancel`}>
        <Button variant="secondary">Take back{of}</Button>
      </form>
    </div>
  );
}

const byWords = {
  machine: "asked at once",
  letter: "by letter to the owner",
  nobody: "no address: answer for it here",
} as const;

function AskForm({
  view,
  mistakes,
  nameOf,
}: {
  view: ShownRequest;
  mistakes: Mistakes;
  nameOf: (category: string) => string;
}) {
  const { offers, tasks } = view.asked;
  // Who answered is asked a second time only by whoever means it.
  const wasAnswered = (offer: TaskOffer) => tasks.some((task) => task.answered && isSameQuestion(task, offer));
  return (
    <form method="post" action={`/console/requests/${view.reference}/tasks/open`} className="flex flex-col gap-4">
      <Checkboxes
        name="ask"
        label="Ask these systems"
        hint="Each owner gets a letter with a link, and nothing of the person in it."
        mistake={mistakes.ask}
        defaultValues={offers.filter((offer) => !wasAnswered(offer)).map(offerValue)}
        options={offers.map((offer) => ({
          value: offerValue(offer),
          label: `${offer.systemName}: ${verbWords[offer.verb]}`,
          hint: `${offer.owner}, ${byWords[offer.by]} · ${offer.categories.map(nameOf).join(", ")}`,
        }))}
      />
      <div>
        <Button>Ask them</Button>
      </div>
    </form>
  );
}
