import { expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { blankLeft, filledTemplate } from "./letter-template";
import { templateValues } from "./template-values";

const about = {
  reference: "H4K2-9QTM-P",
  name: "Robin Roe",
  rights: ["access", "erasure"] as const,
  receivedOn: calendarDate("2026-12-04"),
  dueOn: calendarDate("2027-01-03"),
  organisation: "Ares",
};
const text = "{name}, {reference}, {rights}, {receivedOn}, {dueOn}, {organisation}";

it("C2: every variable has its words in the person's language", () => {
  expect(filledTemplate(text, templateValues(about, "en"))).toBe(
    "Robin Roe, H4K2-9QTM-P, right of access, right to erasure, 4 December 2026, 3 January 2027, Ares",
  );
  expect(filledTemplate(text, templateValues(about, "de"))).toContain("4. Dezember 2026, 3. Januar 2027");
});

it("what is not known stays a blank, so that it is found before it is sent", () => {
  const filled = filledTemplate(text, templateValues({ ...about, name: null, dueOn: null }, "en"));
  expect(filled).toMatch(/^\{name\}, .*, \{dueOn\}, Ares$/);
  expect(blankLeft(filled)).toBe("{name}");
});
