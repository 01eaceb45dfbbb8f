import { expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { presenceSentence } from "./presence-words";

const since = new Date(`${calendarDate("2026-12-04")}T09:40:00Z`);
const maria = { staffId: "m", name: "Maria Kern", since };
const writes = (step: string) =>
  presenceSentence({ ...maria, writing: { step, since: new Date("2026-12-04T09:42:00Z") } }, "Europe/Berlin");

it("somebody who is there is named with what they do, on the organisation's own clock", () => {
  expect(presenceSentence({ ...maria, writing: null }, "Europe/Berlin")).toBe("Maria Kern is here since 10:40");
  expect(writes("message")).toBe("Maria Kern is here, writing a message since 10:42");
  expect(writes("prepare")).toBe("Maria Kern is here, preparing the answer since 10:42");
  expect(writes("extend")).toBe("Maria Kern is here, at “Extend the deadline” since 10:42");
  expect(writes("nothing_known")).toBe("Maria Kern is here since 10:40");
});
