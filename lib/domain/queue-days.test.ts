import { expect, test } from "vitest";
import { calendarDate as day } from "./calendar-date";
import { untold } from "./contest";
import { type QueueFilter, queueViews } from "./queue";
import { orderingDay, type QueueDays, queueDays, sortOf } from "./queue-days";
import { requestClock } from "./request-clock";
import { filedOn, someFacts, someSettings } from "./test-request";

test("views of dates are read by what is owed first, what is contested by its own day, everything else by the answer's", () => {
  const others = queueViews.filter((view) => !["week", "due", "overdue", "contested", "done"].includes(view));
  const own = (view: (typeof queueViews)[number]) => sortOf({ view, order: "internal" });
  for (const view of ["week", "due", "overdue"] as const) {
    expect([sortOf({ view }), own(view)]).toEqual(["next", "next_own"]);
  }
  for (const view of others) expect([view, sortOf({ view }), own(view)]).toEqual([view, "due", "own"]);
  expect([own("done"), sortOf({ view: "contested" }), own("contested")]).toEqual(["due", "contest", "contest"]);
  const asked = (is: string[], not: string[] = []): QueueFilter => ({ terms: { contest: { is, not } } });
  expect([asked(["any"]), asked([], ["any"]), { reference: "H4K2-9QTM-7" }].map(sortOf)).toEqual([
    ...["contest", "due", "due"],
  ]);
});

test("a request stands in each list where the day stands that the list is ordered by", () => {
  const [internalOn, contestDueOn, nextDueOn, dueOn] = ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"].map(
    day,
  );
  const days = { dueOn, internalOn, contestDueOn, nextDueOn } as QueueDays;
  const lists = [{}, { order: "internal" }, { view: "contested" }, { view: "due" }, { view: "due", order: "internal" }];
  expect(lists.map((filter) => orderingDay(filter as QueueFilter, days))).toEqual([
    ...[dueOn, internalOn, contestDueOn, nextDueOn, internalOn],
  ]);
});

test("an answer counts while it is owed, a contest until it is decided, whatever became of the request", () => {
  const complaint = { kind: "complaint", regimes: ["uk_gdpr"], seq: 2, openedOn: filedOn, answerId: null } as const;
  const open = { ...complaint, acknowledgedOn: null, extension: null, decided: null, told: untold };
  const daysOf = (given: Parameters<typeof someFacts>[0]) => {
    const facts = someFacts(given);
    return queueDays(facts, requestClock(facts, someSettings()));
  };
  const answer = day("2027-01-03");
  const decision = day("2027-01-04");
  expect(daysOf({ state: "open" })).toEqual({ internalOn: null, dueOn: answer, contestDueOn: null, nextDueOn: answer });
  expect(daysOf({ state: "open", contests: [open] })).toEqual({
    ...{ internalOn: null, dueOn: answer, contestDueOn: decision, nextDueOn: answer },
  });
  expect(daysOf({ state: "closed", contests: [open] })).toEqual({
    ...{ internalOn: null, dueOn: answer, contestDueOn: decision, nextDueOn: decision },
  });
  const decided = { on: filedOn, outcome: "denied" } as const;
  expect(daysOf({ state: "closed", contests: [{ ...open, decided }] }).nextDueOn).toBeNull();
});
