import { expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { stepSchema } from "./console-steps";

const asked = { rights: ["access"], regimes: ["eu_gdpr"], today: calendarDate("2026-11-24"), schedule: [] } as const;
const snooze = stepSchema("snooze", asked);
const typed = (given: Record<string, string>) => snooze.safeParse({ seenVersion: "1", ...given });

it("a snooze takes one of the offered days, or three boxes", () => {
  const change = { step: "snooze", until: "2026-12-07", wakeOnReply: true, late: false };
  expect(typed({ when: "2026-12-07", wakeOnReply: "yes" }).data?.change).toEqual(change);
  const boxes = { when: "day", "until-day": "7", "until-month": "12", "until-year": "2026", wakeOnReply: "yes" };
  expect(typed(boxes).data?.change).toEqual(change);
});

it("what is no day is said at its box", () => {
  const none: readonly Record<string, string>[] = [
    { when: "day" },
    { when: "soon" },
    { when: "day", "until-day": "31", "until-month": "2", "until-year": "2026" },
  ];
  for (const given of none) expect(typed(given).error?.issues.map(({ path }) => path.join("."))).toEqual(["until"]);
  expect(typed({}).error?.issues.map(({ message }) => message)).toEqual(["Choose until when."]);
});

it("a note takes nobody, one or several to mention, and nothing that is no id", () => {
  const note = stepSchema("note", asked);
  const of = (mentions?: unknown) => {
    const change = note.parse({
      seenVersion: "1",
      note: "Look.",
      ...(mentions === undefined ? {} : { mentions }),
    }).change;
    return "mentions" in change ? change.mentions : null;
  };
  const id = "0190a000-0000-7000-8000-00000000aaaa";
  expect([of(), of(id), of([id, id]), of("nobody")]).toEqual([null, [id], [id, id], null]);
});
