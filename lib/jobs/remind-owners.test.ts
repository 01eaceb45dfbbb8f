import { afterAll, beforeAll, expect, it } from "vitest";
import { recordTaskAnswered, recordTaskAsked } from "@/lib/commands/tasks/record-task";
import { systemsAt } from "@/lib/commands/tasks/test-systems";
import { openDesk } from "@/lib/commands/test-desk";
import type { StaffActor } from "@/lib/domain/actor";
import { remindOwners } from "./remind-owners";

let desk: Awaited<ReturnType<typeof openDesk>>;
let systems: ReturnType<typeof systemsAt>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  systems = systemsAt(desk);
  handler = await desk.member("handler");
  await systems.askBy("billing_system", { kind: "manual" }, "finance@example.com");
});
afterAll(() => desk?.close());

const day = (date: string) => new Date(`${date}T12:00:00Z`);
const reminders = (taskId: string) =>
  systems.inHere(({ tx }) =>
    tx.letter.count({ where: { kind: "owner_reminder", facts: { path: ["task"], equals: taskId } } }),
  );

it("GDPR Art. 12(3): an owner is reminded before and after the day, each once, until the answer is there", async () => {
  const { taskId } = await systems.opened(handler);
  const of = { organisation: desk.organisation, task: { taskId } };
  await recordTaskAsked(systems.worker, { ...of, again: null }, desk.openedAt);
  const { dueOn } = await systems.row(taskId);
  expect(dueOn.toISOString().slice(0, 10)).toBe("2026-12-14");
  const counts: number[] = [];
  for (const on of ["2026-12-11", "2026-12-12", "2026-12-12", "2026-12-15", "2026-12-16", "2026-12-22", "2026-12-30"]) {
    await remindOwners(desk.organisation, day(on));
    counts.push(await reminders(taskId));
  }
  expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3]);
});

it("nobody is reminded of what was answered, nor a machine", async () => {
  const { taskId } = await systems.opened(handler);
  const of = { organisation: desk.organisation, task: { taskId } };
  await recordTaskAsked(systems.worker, { ...of, again: null }, desk.openedAt);
  await recordTaskAnswered(systems.worker, { ...of, answer: { kind: "not_found" } }, desk.openedAt);
  await remindOwners(desk.organisation, day("2026-12-30"));
  expect(await reminders(taskId)).toBe(0);
});
