import { afterAll, beforeAll, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { nextInQueue } from "./next-in-queue";
import { requestView } from "./request-view";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
});
afterAll(() => desk?.close());

const day = { today: calendarDate("2026-12-04"), soonDays: 7 };

it("C8: working through a list meets each request once, also when each leaves it, and then says that it is done", async () => {
  const filed = [];
  for (let count = 0; count < 3; count += 1) {
    const { id, reference } = await desk.file();
    await desk.confirm(id);
    await desk.step(handler, id, { step: "begin" });
    filed.push(reference);
  }
  const met: string[] = [];
  const filter = { view: "owed" } as const;
  let next: string | null = filed[0] ?? null;
  // Ids are in the order of filing, and all are due on one day.
  while (next) {
    met.push(next);
    const view = await requestView(handler, { organisation: desk.organisation, reference: next }, desk.openedAt);
    if (!view) throw new Error("no such request");
    const place = { id: view.id, dueOn: view.clock.dueOn };
    await desk.step(handler, view.id, { step: "ask_clarification", words: "Which account?" });
    next = await nextInQueue(handler, { filter, place }, day);
  }
  expect(new Set(met).size).toBe(met.length);
  expect(met.slice(0, 1)).toEqual(filed.slice(0, 1));
  expect(met.length).toBeGreaterThan(0);
});
