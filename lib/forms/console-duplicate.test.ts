import { expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { referenceFrom } from "@/lib/domain/reference";
import { stepSchema } from "./console-steps";

const form = stepSchema("note_duplicate", {
  rights: ["access"],
  regimes: ["eu_gdpr"],
  today: calendarDate("2026-11-24"),
  schedule: [],
});
const noted = (of?: string) => ({ seenVersion: "1", ...(of === undefined ? {} : { of }) });
const mistakes = (of?: string) =>
  form.safeParse(noted(of)).error?.issues.map(({ path, message }) => [path.join("."), message]);

it("a duplicate's reference is read as people write it", () => {
  const reference = referenceFrom(new Uint8Array([7, 7, 7, 7, 7]));
  const spelled = ` ${reference.toLowerCase().replaceAll("-", " ")} `;
  expect(form.parse(noted(spelled)).change).toEqual({ step: "note_duplicate", of: reference });
});

it("what is missing or no reference is said at the box, with what one looks like", () => {
  const missing = [["of", "Give the reference of the other request."]];
  for (const typed of [undefined, "", "  "]) expect(mistakes(typed)).toEqual(missing);
  for (const typed of ["H4K2-9QTM-0", "Robin Roe"])
    expect(mistakes(typed)).toEqual([["of", "That is no reference. It looks like H4K2-9QTM-P."]]);
});
