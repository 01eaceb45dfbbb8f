import { instantText } from "@/components/console/instant-words";
import { taskFailureWords } from "@/components/console/task-sentence";
import { calendarDayText } from "@/components/ui/calendar-day";
import { DueDate } from "@/components/ui/due-date";
import { Notice } from "@/components/ui/notice";
import { StateTag } from "@/components/ui/state-tag";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { isLiveTask } from "@/lib/domain/systems/task";
import type { TaskLine } from "@/lib/queries/request-tasks";

/** How a task stands: who is waited for since when, by when; or why it does not work and what happens next. */
export function TaskStanding({ task, today, zone }: { task: TaskLine; today: CalendarDate; zone: string }) {
  return (
    <div className="flex min-w-44 flex-col items-start gap-1">
      <Standing task={task} zone={zone} />
      {isLiveTask(task) ? <DueDate due={task.dueOn} today={today} soonDays={2} /> : null}
    </div>
  );
}

function Standing({ task, zone }: { task: TaskLine; zone: string }) {
  const { state, failing, answered, askedOn, nextTryAt, stopped } = task;
  switch (state) {
    case "open":
      return <StateTag tone="plain">{stopped ? "Stopped for all" : openWords[task.by]}</StateTag>;
    case "asked":
      return (
        <StateTag tone="on-time">
          Waiting for {task.owner} since {askedOn ? calendarDayText(askedOn) : "today"}
        </StateTag>
      );
    case "failing":
      return (
        <>
          <StateTag tone="late">Failing since {failing ? calendarDayText(failing.since) : "today"}</StateTag>
          <Why task={task} />
          {nextTryAt ? <p className="text-small text-quiet">Tried again {instantText(nextTryAt, zone)}</p> : null}
        </>
      );
    case "stopped":
      return (
        <>
          <StateTag tone="stopped">Not asked by itself</StateTag>
          <Why task={task} />
        </>
      );
    case "answered":
      return <StateTag tone="done">Answered {answered ? calendarDayText(answered.on) : ""}</StateTag>;
    case "cancelled":
      return <StateTag tone="done">Taken back</StateTag>;
  }
}

// The worker does not ask machines yet: until it does, somebody has to answer for them.
const openWords = {
  machine: "Not asked by itself yet: answer for it",
  letter: "Letter on its way",
  nobody: "Nobody to write to",
} as const;

function Why({ task: { failing } }: { task: TaskLine }) {
  return failing ? (
    <p className="text-small text-quiet first-letter:uppercase">{taskFailureWords[failing.why]}.</p>
  ) : null;
}

const doneWords: Readonly<Record<string, readonly [title: string, text: string]>> = {
  open_tasks: ["The systems are asked", "Owners get their letter now. For a machine, look there and answer for it."],
  ask_task_again: ["It is asked again", "An owner gets a letter with a new link."],
  cancel_task: ["The question is taken back", "Its link opens nothing any more."],
  answer_task: ["The answer is written down", "The request waits for this system no more."],
};

/** What was just done about a task. */
export function TaskDone({ done }: { done: string | null }) {
  const words = done ? doneWords[done] : undefined;
  return words ? (
    <Notice tone="success" announce title={words[0]}>
      <p>{words[1]}</p>
    </Notice>
  ) : null;
}
