import { describe, expect, it } from "vitest";
import { childAnswers, childNote, deletesOnContact, readChildNote } from "./child-rule";

describe("what is told about an age", () => {
  it("A15: makes data of a child go on contact where the organisation promised that", () => {
    const gone = (["under", "over", "care", "self", null] as const).map((told) =>
      deletesOnContact({ rule: "delete_on_contact" }, told),
    );
    expect(gone).toEqual([true, false, false, true, false]);
  });

  it("W18: deletes nothing where authority comes first", () => {
    for (const told of childAnswers) expect(deletesOnContact({ rule: "guardian_verified" }, told)).toBe(false);
  });

  it("is read back with the age that the rule named that day", () => {
    for (const told of childAnswers) expect(readChildNote(childNote({ told, under: 16 }))).toEqual({ told, under: 16 });
  });

  it("is nothing where nobody told it, or not in our words", () => {
    for (const note of [undefined, "", "under", "under:", "grown:16", "under:sixteen", "under:1999-04-01"])
      expect(readChildNote(note)).toBeNull();
  });
});
