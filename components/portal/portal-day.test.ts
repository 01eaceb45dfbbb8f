import { expect, test } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { portalDay, portalInstant, portalMoment } from "./portal-day";

const day = calendarDate("2026-12-04");
const at = new Date("2026-12-05T02:30:00Z");

test("a day of law is written in the reader's way, with the month in letters", () => {
  expect(portalDay(day, "en")).toBe("Fri 4 December 2026");
  expect(portalDay(day, "de")).toBe("Fr., 4. Dezember 2026");
});

test("an instant stands on the clock of the zone that is asked for", () => {
  expect(portalInstant(at, "en", "America/New_York")).toEqual({ day: "Fri 4 December 2026", time: "21:30" });
  expect(portalInstant(at, "de", "Europe/Berlin")).toEqual({ day: "Sa., 5. Dezember 2026", time: "03:30" });
});

test("without a chosen zone there is only the day at the organisation's place", () => {
  expect(portalMoment({ at, day }, "en", null)).toEqual({ text: "Fri 4 December 2026", dateTime: "2026-12-04" });
  expect(portalMoment({ at, day }, "de", "Europe/Berlin")).toEqual({
    text: "Sa., 5. Dezember 2026, 03:30",
    dateTime: "2026-12-05T02:30:00.000Z",
  });
});
