import { type TaskGate, type TaskParams, taskGate } from "@/app/console/requests/task-door";
import { signedOutAnswer } from "@/app/console/staff-gate";
import { recordTaskAnswered } from "@/lib/commands/tasks/record-task";
import { taskAnswerKey } from "@/lib/forms/console-tasks";
import { answerToRecord, type TypedAnswer, taskAnswerForm } from "@/lib/forms/task-answer";
import { staffTask } from "@/lib/queries/staff-task";
import { formPost } from "@/lib/web/form-post";
import { answerUploads, takeUploads, takeWithUploads } from "@/lib/web/uploads";

type Gate = TaskGate & { categories: readonly string[] };

/** Staff answer for the owner of a system; the record says that it was them. */
export const POST = formPost<TaskParams, Gate, TypedAnswer>({
  name: "answer for a system",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  maxBytes: answerUploads.files * answerUploads.bytesEach + 1_000_000,
  gate: async (params, http, typed) => (await signedOutAnswer(http, typed)) ?? gateOf(params),
  place: ({ organisation, reference, task: { taskId } }) => ({
    organisationId: organisation.id,
    form: taskAnswerKey(reference, taskId),
    page: `/console/requests/${reference}/tasks/${taskId}`,
  }),
  schema: ({ categories }) => taskAnswerForm(categories),
  run: async ({ staff, organisation, reference, task }, typed, { now, form }) => {
    const uploads = await takeUploads(form, "files", answerUploads);
    if (!uploads.ok) return uploads;
    const answer = answerToRecord(typed, uploads.files);
    const taken = await takeWithUploads(uploads.files, async () =>
      answer ? recordTaskAnswered(staff, { organisation, task, answer }, now) : filesElsewhere,
    );
    return taken.ok ? { ok: true, to: `/console/requests/${reference}?done=answer_task` } : taken;
  },
});

async function gateOf(params: TaskParams): Promise<Gate | null> {
  const gate = await taskGate(params);
  const task = gate && (await staffTask(gate.staff, gate));
  return gate && task && { ...gate, categories: task.categories.map(({ id }) => id) };
}

const filesElsewhere = { ok: false as const, mistakes: { files: "files_with_done" } };
