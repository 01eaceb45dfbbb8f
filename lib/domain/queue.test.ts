import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { states } from "./lifecycle";
import { inOwnOrder, mayExportQueue, statusWords, viewShown } from "./queue";
import { orderingDay } from "./queue-days";

describe("the queue's views", () => {
  it("is the work where nothing else is said, and everything where somebody or a state is looked for", () => {
    expect(viewShown({})).toBe("open");
    expect(viewShown({ terms: { right: { is: ["erasure"], not: [] } } })).toBe("open");
    for (const found of [{ reference: "H4K2-9QTM-7" }, { email: "0" }, { name: "0" }])
      expect(viewShown(found)).toBeNull();
    expect(viewShown({ terms: { status: { is: ["closed"], not: [] } } })).toBeNull();
    expect(viewShown({ view: "done", name: "0" })).toBe("done");
  });

  it("has a word for every state, and none for what is no state", () => {
    const single = Object.values(statusWords).filter(({ length }) => length === 1);
    expect(single.flat().sort()).toEqual([...states].sort());
  });

  it("decision 063: stands in the order of the earlier of the two dates where the address asks for it, and by law otherwise", () => {
    const [house, law] = [calendarDate("2027-01-04"), calendarDate("2027-01-18")];
    const both = { dueOn: law, internalOn: house, contestDueOn: null, nextDueOn: law };
    expect(orderingDay({ order: "internal" }, both)).toBe(house);
    expect(orderingDay({ order: "internal" }, { ...both, internalOn: null })).toBe(law);
    expect(orderingDay({}, both)).toBe(law);
  });

  it("decision 063: what ended has no such date any more, and a search looks everywhere", () => {
    for (const filter of [{ view: "done" }, { name: "0" }, { reference: "H4K2-9QTM-7" }] as const) {
      expect(inOwnOrder({ order: "internal", ...filter })).toBe(false);
    }
    expect(inOwnOrder({ order: "internal", view: "overdue" })).toBe(true);
  });

  it("is taken away by handlers, the DPO and administrators", () => {
    expect(
      [["handler"], ["dpo"], ["approver", "administrator"]].map((roles) => mayExportQueue(roles as never)),
    ).toEqual([true, true, true]);
    expect([mayExportQueue([]), mayExportQueue(["approver", "auditor"])]).toEqual([false, false]);
  });
});
