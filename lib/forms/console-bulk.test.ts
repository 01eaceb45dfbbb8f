import { describe, expect, it } from "vitest";
import { referenceFrom } from "@/lib/domain/reference";
import { bulkForm, parametersOf, readBulkChoice, recordedFilter } from "./console-bulk";

const one = referenceFrom(new Uint8Array([1, 2, 3, 4, 5]));
const two = referenceFrom(new Uint8Array([5, 4, 3, 2, 1]));

describe("what is chosen for a step of many", () => {
  it("is read from the address, and what is no reference is left out", () => {
    const choice = readBulkChoice(parametersOf(`which=but&view=new&row=${one}&row=${two}&row=robin`));
    expect(choice).toMatchObject({ which: "but", rows: [one, two], filter: { view: "new" } });
  });
  it("is the selected rows where nothing else is said", () => {
    expect(readBulkChoice(parametersOf(`row=${one}`))).toMatchObject({ which: "selected", rows: [one] });
    expect(readBulkChoice(parametersOf("which=everything"))).toMatchObject({ which: "selected", rows: [] });
  });
  it("is written into the record without what finds a person", () => {
    const hash = "a".repeat(64);
    const searched = readBulkChoice(parametersOf(`which=all&email=${hash}`));
    expect(recordedFilter(searched)).toBe("a search");
    expect(recordedFilter(readBulkChoice(parametersOf(`which=but&view=due&right=access&row=${one}`)))).toBe(
      "view:due right:access without 1",
    );
    expect(recordedFilter(readBulkChoice(parametersOf("which=all")))).toBe("view:open");
    expect(recordedFilter(readBulkChoice(parametersOf(`row=${one}`)))).toBe("1 selected");
  });
  it("needs something to do, and an owner only where one is given", () => {
    expect(bulkForm.safeParse({}).success).toBe(false);
    expect(bulkForm.safeParse({ step: "extend" }).success).toBe(false);
    expect(bulkForm.parse({ step: "close", to: "" })).toEqual({ change: { step: "close" }, from: "" });
    expect(bulkForm.parse({ step: "assign" })).toEqual({ change: { step: "assign", to: null }, from: "" });
  });
  it("reads what each step wants to know, and says at its field what is missing", () => {
    const boxes = { "until-day": "14", "until-month": "12", "until-year": "2026" };
    const changes = [
      { step: "note", note: " Called. " },
      { step: "message", template: "It takes a little" },
      { step: "snooze", ...boxes, wakeOnReply: "yes" },
    ].map((typed) => bulkForm.parse(typed).change);
    expect(changes).toEqual([
      { step: "note", words: "Called." },
      { step: "message", template: "It takes a little" },
      { step: "snooze", until: "2026-12-14", wakeOnReply: true },
    ]);
    const at = ["note", "message", "snooze"].map(
      (step) => bulkForm.safeParse({ step }).error?.issues.map(({ path }) => path.join(".")) ?? [],
    );
    expect(at).toEqual([["note"], ["template"], ["until"]]);
  });
});
