import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { ownerBehind } from "@/lib/auth/owner";
import { recordTaskAnswered } from "@/lib/commands/tasks/record-task";
import type { OwnerActor } from "@/lib/domain/actor";
import { answerToRecord, type TypedAnswer, taskAnswerForm } from "@/lib/forms/task-answer";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { type OwnerTask, ownerTask } from "@/lib/queries/owner-task";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noOwnerCookie } from "@/lib/web/owner-cookie";
import { answerUploads, takeUploads, takeWithUploads, type UploadProblem } from "@/lib/web/uploads";

type Gate = { organisation: Organisation; owner: OwnerActor | null; task: OwnerTask | null };

async function gateOf({ organisation: slug }: { organisation: string }, http: NextRequest): Promise<Gate | null> {
  const organisation = await organisationBySlug(slug);
  if (!organisation) return null;
  const token = readCookie(http, "habeas_owner");
  const owner = token ? await ownerBehind(organisation, token, new Date()) : null;
  return { organisation, owner, task: owner && (await ownerTask(owner, { organisation }, new Date())) };
}

/** The owner's answer, with what they looked out. Once it is taken, nothing opens the task any more. */
export const POST = formPost<{ organisation: string }, Gate, TypedAnswer>({
  name: "portal.tasks.answer",
  actor: "anyone",
  limit: { count: 60, seconds: 3600 },
  maxBytes: answerUploads.files * answerUploads.bytesEach + 1_000_000,
  gate: gateOf,
  place: ({ organisation: { id, slug }, task }) => ({
    organisationId: id,
    form: task ? `task:${task.reference}:${task.id}` : "task:over",
    page: `/${slug}/tasks`,
  }),
  schema: ({ task }) => taskAnswerForm(task?.categories.map(({ id }) => id) ?? []),
  async run({ organisation, owner, task }, typed, { now, form }) {
    const page = `/${organisation.slug}/tasks`;
    if (!owner || !task) return { ok: true, to: page };
    const t = await getTranslations("portal.write");
    const say = (problem: UploadProblem) => t(problem.what, { ...problem, kinds: t("kinds") });
    const uploads = await takeUploads(form, "files", answerUploads, say);
    if (!uploads.ok) return uploads;
    const answer = answerToRecord(typed, uploads.files);
    if (!answer) return takeWithUploads(uploads.files, async () => filesElsewhere);
    const given = { organisation, task: { taskId: owner.taskId }, answer };
    const taken = await takeWithUploads(uploads.files, () => recordTaskAnswered(owner, given, now));
    if (taken.ok || taken.refusal === "task_over")
      return { ok: true, to: `${page}?said=${taken.ok ? "thanks" : "over"}`, cookies: [noOwnerCookie] };
    return taken;
  },
});

const filesElsewhere = { ok: false as const, mistakes: { files: "files_with_done" } };
