import { describe, expect, it, test } from "vitest";
import { calendarDate as day } from "../calendar-date";
import type { DomainEvent } from "../events";
import { foldRequest } from "../request";
import { aChain, aReceipt, eventOf, filedOn } from "../test-request";
import { isTaskEvent, namedByTask } from "./task-events";
import { tasksAfter } from "./tasks-after";
import { aTask } from "./test-task-needs";

const dueOn = day("2026-12-14");
const opened: DomainEvent = {
  type: "TasksOpened",
  tasks: [
    { task: "t", system: "billing", verb: "export", categories: ["billing"], dueOn },
    { task: "u", system: "billing", verb: "erase", categories: ["billing"], dueOn },
  ],
};

describe("GDPR Art. 5(2): the tasks of a request are the fold of its record", () => {
  const folded = (...events: DomainEvent[]) => foldRequest(aChain(aReceipt(), opened, ...events)).tasks;

  it("opened, asked, reminded, answered with counts", () => {
    const [first, second] = folded(
      { type: "TaskAsked", task: "t" },
      { type: "TaskReminded", task: "t", number: 1 },
      { type: "TaskAnswered", task: "t", answer: "done", counts: { billing: 3 }, files: [{ id: "f", digest: "d" }] },
    );
    const answered = { on: filedOn, answer: "done", counts: { billing: 3 }, files: 1 } as const;
    expect(first).toEqual(aTask({ state: "answered", askedOn: filedOn, reminders: 1, answered }));
    expect(second).toEqual(aTask({ id: "u", verb: "erase" }));
  });

  it("failing since the first failure in a row, stopped, asked again, taken back", () => {
    const away = { type: "TaskFailed", task: "t", why: "unreachable" } as const;
    const since = (tasks: ReturnType<typeof folded>) => [tasks[0]?.state, tasks[0]?.failing];
    expect(since(folded(away))).toEqual(["failing", { why: "unreachable", since: filedOn }]);
    const later = tasksAfter({ ...away, stopped: true }, folded(away), day("2026-12-09"));
    expect(since(later)).toEqual(["stopped", { why: "unreachable", since: filedOn }]);
    expect(since(tasksAfter({ type: "TaskAskedAgain", task: "t" }, later, filedOn))).toEqual(["open", null]);
    expect(since(folded(away, { type: "TaskAsked", task: "t" }))).toEqual(["asked", null]);
    expect(since(folded(away, { type: "TaskCancelled", task: "t" }))).toEqual(["cancelled", null]);
  });

  it("leaves the list as it is where an event is about something else", () => {
    const tasks = [aTask()];
    expect(tasksAfter(eventOf("NoteAdded"), tasks, filedOn)).toBe(tasks);
  });
});

describe("a request that is over is looked for no more", () => {
  const states = (event: DomainEvent) =>
    tasksAfter(
      event,
      [aTask(), aTask({ verb: "look_up" }), aTask({ verb: "erase" }), aTask({ state: "answered" })],
      filedOn,
    ).map(({ state }) => state);

  test.each(["RequestWithdrawn", "RequestLapsed", "ProofLapsed", "RequestClosed"] as const)("%s", (type) => {
    expect(states(eventOf(type))).toEqual(["cancelled", "cancelled", "cancelled", "answered"]);
  });

  it("a copy that comes after the answer would go nowhere; what is to be done is done all the same", () => {
    expect(states(eventOf("AnswerReleased"))).toEqual(["cancelled", "cancelled", "open", "answered"]);
  });
});

test("an event names the systems that it opens tasks at, or its one task", () => {
  expect(isTaskEvent(opened) && namedByTask(opened)).toEqual(["billing", "billing"]);
  expect(namedByTask(eventOf("TaskAsked"))).toEqual(["t"]);
});
