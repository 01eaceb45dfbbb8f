import { inOrganisation } from "@/lib/db/organisation-scope";
import { tasksToAsk } from "@/lib/db/task-candidates";
import type { StaffActor, SystemActor } from "@/lib/domain/actor";
import type { AskedBy } from "@/lib/domain/systems/registered-system";
import type { openDesk } from "../test-desk";
import { openTasks } from "./open-tasks";

type Desk = Awaited<ReturnType<typeof openDesk>>;

export const byHttp: AskedBy = {
  kind: "http",
  url: "https://billing.example.com/privacy",
  secretVariable: "HABEAS_BILLING_SECRET",
};

/** Verbs of a desk whose systems are asked. */
export function systemsAt(desk: Desk) {
  const { organisation, openedAt } = desk;
  const worker: SystemActor = { kind: "system", organisationId: organisation.id, task: "ask_systems" };
  const inHere = <Result>(work: Parameters<typeof inOrganisation<Result>>[1]) => inOrganisation(organisation.id, work);

  /** The system is asked this way from now on. */
  const askBy = (id: string, askedBy: AskedBy, ownerEmail: string | null = null) =>
    inHere(({ tx, organisationId }) =>
      tx.dataSystem.update({ where: { organisationId_id: { organisationId, id } }, data: { askedBy, ownerEmail } }),
    );

  /** An access request that is worked on; proven unless told otherwise. */
  async function worked(handler: StaffActor, { proven = true } = {}) {
    const filed = await desk.file();
    await desk.confirm(filed.id);
    await desk.step(handler, filed.id, { step: "begin" });
    if (proven) await desk.step(handler, filed.id, { step: "accept_proof", kind: "address_on_file", words: "Looked." });
    return filed;
  }

  /** One task for a copy from this system. */
  async function opened(handler: StaffActor, system = "billing_system") {
    const filed = await worked(handler);
    const { reference } = filed;
    const chosen = [{ system, verb: "export" }] as const;
    const done = await openTasks(handler, { organisation, reference, chosen }, openedAt);
    if (!done.ok) throw new Error(done.refusal);
    return { ...filed, taskId: done.tasks[0]?.id ?? "" };
  }

  const due = async (now: Date) =>
    (await inHere((scope) => tasksToAsk(scope, { now, after: null, size: 50 }))).map(({ id }) => id);
  const row = (id: string) => inHere(({ tx }) => tx.task.findUniqueOrThrow({ where: { id } }));
  const filesOf = (taskId: string) => inHere(({ tx }) => tx.storedFile.findMany({ where: { taskId } }));

  return { worker, inHere, askBy, worked, opened, due, row, filesOf };
}
