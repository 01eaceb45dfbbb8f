import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { crontab } from "@/lib/jobs/crontab";
import { taskList } from "@/lib/jobs/task-list";
import { queuedTasks } from "./job-queue";
import { type RawRole, rawRole } from "./test-app-role";

let desk: Awaited<ReturnType<typeof openDesk>>;
let app: RawRole;
let owner: RawRole;
beforeAll(async () => {
  desk = await openDesk();
  app = await rawRole(desk.appUrl);
  owner = await rawRole(desk.ownerUrl);
});
afterAll(async () => {
  await app?.close();
  await owner?.close();
  await desk?.close();
});

const add = (task: string | null, how = "habeas_enqueue($1, '{}'::json, 'key', null)") =>
  app.attempt(desk.organisation.id, (sql) => sql.query(`select ${how}`, [task]));
const queued = async () => {
  const rows = await owner.rows<{ task_identifier: string }>(null, "select task_identifier from graphile_worker.jobs");
  return rows.map(({ task_identifier }) => task_identifier);
};

describe("V13.2.2: SQL smuggled in under the app's role sets the worker to no work of its own choosing", () => {
  it.each(queuedTasks)("%s can be added, and the worker knows it", async (task) => {
    expect(await add(task)).toBeNull();
    expect(await queued()).toContain(task);
    expect(taskList).toHaveProperty(task);
  });

  const timetable = crontab.split("\n").map((line) => line.split(" ")[5] ?? "");
  it.each([...timetable, "made_up", "send_letter; drop table event", "SEND_LETTER", "", null])(
    "%j is refused by both ways in",
    async (task) => {
      const before = await queued();
      expect(await add(task)).toBe("42501");
      expect(await add(task, "habeas_enqueue_lost($1, '{}'::json, 'another key')")).toBe("42501");
      expect(await queued()).toEqual(before);
    },
  );

  it("the queue's own way in stays shut", async () => {
    expect(await add("purge", "graphile_worker.add_job($1)")).toBe("42501");
  });
});
