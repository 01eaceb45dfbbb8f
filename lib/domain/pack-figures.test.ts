import { expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { type Counted, countForPack, emptyPackTally, packFigures } from "./pack-figures";
import type { RequestFacts } from "./request";
import { someFacts } from "./test-request";

const span = { from: calendarDate("2026-12-01"), asOf: calendarDate("2027-01-31") };
const due = calendarDate("2027-01-03");
const extension = { on: due, from: due, to: due };
const a = (given: Partial<RequestFacts>, dueOn: Counted["dueOn"] = due): Counted => ({
  facts: someFacts({ state: "open", confirmedOn: calendarDate("2026-12-04"), ...given }),
  dueOn,
});
const answered = (on: string): Partial<RequestFacts> => ({
  state: "answered",
  answeredOn: calendarDate(on),
  outcomes: [{ right: "access", outcome: "granted", ground: null }],
});

function tallyOf(counted: readonly Counted[]) {
  const tally = emptyPackTally(span);
  for (const one of counted) countForPack(tally, one);
  return tally;
}

it("counts what is owed at the end of the day, and what became of the period's receipts", () => {
  const tally = tallyOf([
    a({}),
    a({ extension }),
    a({}, calendarDate("2027-02-01")),
    a({}, null),
    a(answered("2027-01-03")),
    a(answered("2027-01-04")),
    a(answered("2027-01-04"), null),
    a({ state: "withdrawn" }),
    a({ receivedOn: calendarDate("2026-11-30") }),
    a({ state: "withdrawn", confirmedOn: null }),
  ]);
  expect(tally.owed).toEqual({ inTime: 2, late: 2, lateExtended: 1 });
  expect(tally.received).toEqual({ onTime: 2, late: 3, open: 2, ended: 1 });
  expect(tally.extended).toEqual({ yes: 1, no: 7 });
  expect(tally.decided).toEqual({ granted: 3, partly: 0, refused: 0 });
  expect(tally.days).toEqual([30, 31, 31]);
});

it("gives no count under five away, nor what it could be counted from", () => {
  const figures = packFigures(tallyOf([...Array(6).keys()].map(() => a(answered("2027-01-03")))));
  const value = (name: string) => figures.find((row) => row.name === name)?.value;
  expect(value("Of these answered on time")).toBe("6");
  expect(value("Received in the period")).toBe("not shown");
  expect(value("Of these late")).toBe("fewer than 5");
  expect(value("Days to the answer, median")).toBe("30");
  expect(packFigures(tallyOf([a(answered("2027-01-03"))])).at(-1)?.value).toBe("not shown");
});
