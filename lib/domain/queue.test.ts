import { describe, expect, it } from "vitest";
import { states } from "./lifecycle";
import { mayExportQueue, statusWords, viewShown } from "./queue";

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

  it("is taken away by handlers, the DPO and administrators", () => {
    expect(
      [["handler"], ["dpo"], ["approver", "administrator"]].map((roles) => mayExportQueue(roles as never)),
    ).toEqual([true, true, true]);
    expect([mayExportQueue([]), mayExportQueue(["approver", "auditor"])]).toEqual([false, false]);
  });
});
