import type { Metadata } from "next";
import { keptInThisBrowser, requestDesk } from "@/app/console/staff-gate";
import { TaskAnswerPage } from "@/components/console/task-answer-page";
import { isTaskId, taskAnswerKey } from "@/lib/forms/console-tasks";
import { mistakeSentences } from "@/lib/forms/intake-mistakes";
import { staffTask } from "@/lib/queries/staff-task";
import { notHere } from "@/lib/web/portal-page";
import en from "@/messages/en.json";

type Props = {
  params: Promise<{ reference: string; task: string }>;
  searchParams: Promise<{ again?: string }>;
};

export const metadata: Metadata = { title: "Answer for a system" };

export default async function AnswerForSystem({ params, searchParams }: Props) {
  const { reference: typed, task: taskId } = await params;
  const desk = await requestDesk(typed);
  const task = isTaskId(taskId) ? await staffTask(desk.staff, { ...desk, task: { taskId } }) : null;
  if (!task) notHere("/console");
  const again = (await searchParams).again !== undefined;
  const kept = again ? await keptInThisBrowser(desk.organisation.id, taskAnswerKey(task.reference, task.id)) : null;
  const mistakes = mistakeSentences(kept?.mistakes ?? {}, (key) => en.portal.mistakes[key]);
  return <TaskAnswerPage task={task} values={kept?.values ?? {}} mistakes={mistakes} />;
}
