import { expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { lateAddress, readLatePlace } from "./late-place";

const place = { dueOn: calendarDate("2026-11-03"), id: "0196e2a0-0000-7000-8000-000000000001" };

it("leads from a page of late requests to the next, and to the first for what is no place in the list", () => {
  const address = new URL(lateAddress(calendarDate("2026-12-04"), place), "http://desk.example");
  expect(readLatePlace(Object.fromEntries(address.searchParams))).toEqual(place);
  expect(address.searchParams.get("asOf")).toBe("2026-12-04");
  for (const after of [undefined, "", "2026-11-03~x", `2026-02-30~${place.id}`]) {
    expect(readLatePlace({ after })).toBeNull();
  }
});
