import "server-only";
import { z } from "zod";
import { postingRequestDesk, type RequestDesk, signedOutAnswer } from "@/app/console/staff-gate";
import type { StaffActor } from "@/lib/domain/actor";
import type { Refused } from "@/lib/domain/refusal";
import { isTaskId, tasksFormKey } from "@/lib/forms/console-tasks";
import type { Organisation } from "@/lib/queries/organisation";
import { formPost } from "@/lib/web/form-post";

export type TaskParams = { reference: string; task: string };
export type TaskGate = RequestDesk & { task: { taskId: string } };

type Turn = (
  actor: StaffActor,
  of: { organisation: Organisation; task: { taskId: string } },
  now: Date,
) => Promise<{ ok: true } | Refused>;

export async function taskGate({ reference, task: taskId }: TaskParams): Promise<TaskGate | null> {
  const desk = isTaskId(taskId) ? await postingRequestDesk(reference) : null;
  return desk && { ...desk, task: { taskId } };
}

/** The POST of a button beside a task: one press, nothing typed. */
export function taskTurnDoor(options: { name: string; step: string; turn: Turn }) {
  const { name, step, turn } = options;
  return formPost<TaskParams, TaskGate, object>({
    name,
    actor: "staff",
    limit: { count: 120, seconds: 60 },
    gate: async (params, http, typed) => (await signedOutAnswer(http, typed)) ?? taskGate(params),
    place: ({ organisation, reference }) => ({
      organisationId: organisation.id,
      form: tasksFormKey(reference),
      page: `/console/requests/${reference}`,
    }),
    schema: () => z.object({}),
    run: async ({ staff, organisation, reference, task }, _, { now }) => {
      const turned = await turn(staff, { organisation, task }, now);
      return turned.ok ? { ok: true, to: `/console/requests/${reference}?done=${step}` } : turned;
    },
  });
}
