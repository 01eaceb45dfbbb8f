import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemsAt } from "@/lib/commands/tasks/test-systems";
import { openDesk } from "@/lib/commands/test-desk";
import type { StaffActor } from "@/lib/domain/actor";
import type { TaskEvent } from "@/lib/domain/systems/task-events";
import { inOrganisation } from "./organisation-scope";
import { recordChange } from "./record-change";
import { type RawRole, rawRole } from "./test-app-role";

let desk: Awaited<ReturnType<typeof openDesk>>;
let app: RawRole;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  app = await rawRole(desk.appUrl);
  handler = await desk.member("handler");
});
afterAll(async () => {
  await app?.close();
  await desk?.close();
});

/** As if the rules of the domain were not there. */
async function record(id: string, event: TaskEvent) {
  const stored = await desk.look(id);
  return inOrganisation(desk.organisation.id, (scope) =>
    recordChange(scope, stored, { event, actor: handler }, desk.openedAt),
  );
}
const opening = (task = randomUUID()): TaskEvent => {
  const dueOn = "2026-12-14" as never;
  return { type: "TasksOpened", tasks: [{ task, system: "accounts", verb: "export", categories: ["account"], dueOn }] };
};
const sql = (statement: string, values: unknown[] = []) =>
  app.attempt(desk.organisation.id, (client) => client.query(statement, values));

describe("ATK-F1, GDPR Art. 12(6): the database asks nobody about somebody who is not proven", () => {
  it("no task is opened, and none is asked once the proof was taken back, whatever the code above does", async () => {
    const systems = systemsAt(desk);
    const unproven = await systems.worked(handler, { proven: false });
    await expect(record(unproven.id, opening())).rejects.toThrow(/the gate is shut/);
    const { id, taskId } = await systems.opened(handler, "accounts");
    await desk.step(handler, id, { step: "reject_proof", kind: "address_on_file", words: "Another one." });
    await expect(record(id, { type: "TaskAsked", task: taskId })).rejects.toThrow(/the gate is shut/);
    await expect(record(id, { type: "TaskAskedAgain", task: taskId })).rejects.toThrow(/the gate is shut/);
    const session = `insert into task_key (id, organisation_id, request_id, task_id, kind, hash, created_at, expires_at)
      select gen_random_uuid(), organisation_id, request_id, id, 'session', 'h' || id, now(), now() from task where id = $1`;
    expect(await sql(session, [taskId])).toBe("42501");
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "Looked." });
    expect(await sql(session, [taskId])).toBeNull();
  });

  it("no task stands there without the event that opened it", async () => {
    const { id } = await systemsAt(desk).worked(handler);
    const slipped = await sql(
      `insert into task (id, organisation_id, request_id, system_id, verb, effect_key, opened_at, state, due_on)
       values ($1::uuid, $2, $3, 'accounts', 'export', $1::text, now(), 'open', '2026-12-14')`,
      [randomUUID(), desk.organisation.id, id],
    );
    expect(slipped).toBe("42501");
  });
});

describe("what a system was asked and answered stays", () => {
  it.each([
    "update task set verb = 'erase'",
    "update task set categories = '{billing}'",
    "update task set effect_key = 'other' where id in (select id from task limit 1)",
    "delete from task",
    "truncate task cascade",
  ])("%s", async (statement) => {
    await systemsAt(desk).opened(handler, "accounts");
    expect(await sql(statement)).toBe("42501");
  });
});
