import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate, daysBetween, plusDays } from "./calendar-date";
import type { StepEvent } from "./events";
import { ageBands, bandOf } from "./figure-bands";
import { readOwedKey, readRightDaysKey, readRightKey, readSettledKey } from "./figure-keys";
import { cellsOf, type Entry, endOf, entriesOf, isAnsweredLate, isOwed, isUnconfirmed } from "./figures";
import { nextState, type Step, steps } from "./lifecycle";
import { historyOf, lateMonths, standingOf } from "./owed-standing";
import { applyEvent, foldRequest } from "./request";
import { requestClock } from "./request-clock";
import { spreadOf } from "./spread";
import { aChain, aReceipt, eventAfter, eventOf, filedOn, handlerId, inState, someFacts } from "./test-request";

const day = calendarDate;
const settings = { promiseDays: 30, holidays: new Set<CalendarDate>() };
const pointAfter = (chain: ReturnType<typeof aChain>) => {
  const facts = foldRequest(chain);
  return { facts, dueOn: requestClock(facts, settings).dueOn, day: chain.at(-1)?.day ?? filedOn };
};

/** The point after each event, folded once along the chain. */
function along(chain: ReturnType<typeof aChain>) {
  let facts = foldRequest(chain.slice(0, 1));
  return chain.map((recorded, place) => {
    if (place > 0) facts = applyEvent(facts, recorded);
    return { facts, dueOn: requestClock(facts, settings).dueOn, day: recorded.day };
  });
}

/** A chain that the lifecycle allows, on days that never go back. */
const chains = fc
  .record({
    portal: fc.boolean(),
    laws: fc.subarray(["eu_gdpr", "us_ca_ccpa"] as const, { minLength: 1 }),
    moves: fc.array(fc.record({ pick: fc.nat(), wait: fc.integer({ min: 0, max: 45 }) }), { maxLength: 14 }),
  })
  .map(({ portal, laws, moves }) => {
    const receipt = aReceipt({ channel: portal ? "portal" : "post", regimes: laws });
    const happened: { event: StepEvent | typeof receipt; on: string; by: string }[] = [
      { event: receipt, on: filedOn, by: handlerId },
    ];
    for (const { pick, wait } of moves) {
      const { state } = foldRequest(aChain(...happened));
      const open = steps.filter((step) => nextState(step, state) !== null);
      const moving = open.filter((step) => nextState(step, state) !== state || step === "extend");
      const from: readonly Step[] = moving.length > 0 ? moving : open;
      const step = from[pick % from.length] ?? "note";
      happened.push({
        event: eventAfter(step),
        on: plusDays(day(happened.at(-1)?.on ?? filedOn), wait),
        by: handlerId,
      });
    }
    return aChain(...happened);
  });

const looks = fc.integer({ min: 0, max: 400 }).map((wait) => plusDays(filedOn, wait));
const total = (
  entries: readonly (Entry & { day: CalendarDate })[],
  asOf: CalendarDate,
  where: (entry: Entry) => boolean,
) => entries.reduce((sum, entry) => (entry.day <= asOf && where(entry) ? sum + entry.amount : sum), 0);

describe("along any legal chains, the sums of the ledger as of any day are what counting by folding gives", () => {
  const piles = fc.record({ many: fc.array(chains, { minLength: 1, maxLength: 6 }), asOf: looks });
  it("what is owed, what is late and for how long, and what ended how", () => {
    fc.assert(
      fc.property(piles, ({ many, asOf }) => {
        const entries = many.flatMap((chain) => historyOf(along(chain)).entries);
        const folded = many
          .map((chain) => chain.filter((recorded) => recorded.day <= asOf))
          .filter((chain) => chain.length > 0)
          .map(pointAfter);
        const owed = folded.filter(({ facts }) => isOwed(facts));
        const isLate = ({ dueOn }: { dueOn: CalendarDate | null }) => dueOn !== null && dueOn < asOf;
        const inBook = (book: string, where: (entry: Entry) => boolean = () => true) =>
          total(entries, asOf, (entry) => entry.book === book && where(entry));
        const lateCell = ({ on }: Entry) => on !== null && on < asOf;
        expect(inBook("owed")).toBe(owed.length);
        expect(inBook("owed", lateCell)).toBe(owed.filter(isLate).length);
        expect(inBook("owed", (cell) => lateCell(cell) && readOwedKey(cell.key).extended)).toBe(
          owed.filter((point) => isLate(point) && point.facts.extension !== null).length,
        );
        expect(inBook("owed", ({ key }) => readOwedKey(key).waitsFor === "person")).toBe(
          owed.filter(({ facts }) => facts.state === "waiting_for_person").length,
        );
        const old = (since: CalendarDate) => bandOf(ageBands, daysBetween(since, asOf)) > 0;
        expect(inBook("owed", ({ since }) => old(since))).toBe(
          owed.filter(({ facts }) => old(facts.receivedOn)).length,
        );
        const answered = folded.filter(({ facts }) => facts.answeredOn !== null && !isUnconfirmed(facts));
        expect(inBook("settled", ({ key }) => readSettledKey(key).kind === "answered")).toBe(answered.length);
        // The promise yields nothing here: the date that stood on the day of the answer is the one that is folded now.
        expect(inBook("settled", ({ key }) => readSettledKey(key).late)).toBe(answered.filter(isAnsweredLate).length);
        expect(inBook("taken")).toBe(answered.length);
        expect(
          total(entries, asOf, ({ book, key }) => book === "rights" && readRightKey(key).result === "received"),
        ).toBe(
          folded
            .filter(({ facts }) => !isUnconfirmed(facts))
            .reduce((sum, { facts }) => sum + facts.rights.length * (1 + facts.received.regimes.length), 0),
        );
        for (const kind of ["withdrawn", "lapsed"] as const) {
          expect(inBook("settled", ({ key }) => readSettledKey(key).kind === kind)).toBe(
            folded.filter(({ facts }) => facts.state === kind && !isUnconfirmed(facts)).length,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a request stands on the list of a day exactly when it was late on it", () => {
    fc.assert(
      fc.property(chains, looks, (chain, asOf) => {
        const { ended, current } = historyOf(along(chain));
        const held = [...ended.filter(({ to }) => asOf < to), ...(current ? [current] : [])].filter(
          ({ dueOn, from }) => from <= asOf && dueOn < asOf,
        );
        const known = chain.filter((recorded) => recorded.day <= asOf);
        const due = known.length > 0 ? standingOf(pointAfter(known)) : null;
        expect(held.map(({ dueOn }) => dueOn)).toEqual(due !== null && due < asOf ? [due] : []);
        for (const standing of ended) {
          const months = new Set(lateMonths(standing).map((month) => month.slice(0, 7)));
          const wasLate = asOf >= standing.from && asOf < standing.to && asOf > standing.dueOn;
          if (wasLate) expect(months).toContain(asOf.slice(0, 7));
        }
      }),
    );
  });
});

describe("what a request counts for", () => {
  it("nothing before its address is confirmed, nor after it ended so", () => {
    expect(cellsOf({ facts: someFacts(), dueOn: null })).toEqual([]);
    expect(cellsOf({ facts: inState("lapsed", { closedOn: filedOn }), dueOn: null })).toEqual([]);
    expect(endOf(inState("answered", { confirmedOn: filedOn }))).toBeNull();
  });

  it("what ended counts as it did on that day, whatever is found out about dates later", () => {
    const facts = inState("answered", {
      confirmedOn: filedOn,
      answeredOn: day("2027-01-02"),
      outcomes: [{ right: "access", outcome: "partly", ground: "eu/other" }],
      extension: { on: filedOn, from: filedOn, to: filedOn },
    });
    const inTime = { facts, dueOn: day("2027-01-03") };
    expect(entriesOf(inTime, { facts, dueOn: day("2027-01-01") })).toEqual([]);
    const open = { facts: inState("in_progress", { confirmedOn: filedOn }), dueOn: day("2027-01-03") };
    const entries = entriesOf(open, inTime);
    expect(entries.map(({ book, amount }) => `${book} ${amount}`)).toEqual([
      "owed -1",
      "settled 1",
      "rights 1",
      "rights 1",
      "taken 1",
      "right_days 1",
    ]);
    expect(readSettledKey(entries[1]?.key ?? "")).toEqual({
      kind: "answered",
      late: false,
      extended: true,
      ground: null,
    });
    expect(readRightKey(entries[3]?.key ?? "")).toEqual({
      right: "access",
      law: "eu_gdpr",
      result: "partly",
      ground: "eu/other",
    });
    expect(entries[4]?.days).toBe(29);
    expect(readRightDaysKey(entries[5]?.key ?? "")).toEqual({ right: "access", law: "eu_gdpr" });
  });

  it("what opens an ended request again takes its end back, day and all", () => {
    const lapsed = { facts: inState("lapsed", { confirmedOn: filedOn, closedOn: day("2027-01-05") }), dueOn: null };
    const again = { facts: inState("open", { confirmedOn: filedOn }), dueOn: day("2027-01-04") };
    const back = entriesOf(lapsed, again).filter(({ amount }) => amount === -1);
    expect(back.map(({ book, on }) => [book, on])).toEqual([
      ["settled", "2027-01-05"],
      ["rights", "2027-01-05"],
      ["rights", "2027-01-05"],
    ]);
  });

  it("why more time was taken", () => {
    const told = { ...eventOf("DeadlineExtended"), ground: "complexity" } as const;
    const chain = aChain(aReceipt({ channel: "post" }), eventOf("WorkBegun"), told, eventOf("RequestWithdrawn"));
    const settled = cellsOf(pointAfter(chain)).find(({ book }) => book === "settled");
    expect(readSettledKey(settled?.key ?? "")).toEqual({
      kind: "withdrawn",
      late: false,
      extended: true,
      ground: "complexity",
    });
  });
});

it("a standing that ended before its date was late in no month, a long one in each", () => {
  const standing = { dueOn: day("2026-11-20"), from: day("2026-10-21") };
  expect(lateMonths({ ...standing, to: day("2026-11-21") })).toEqual([]);
  expect(lateMonths({ ...standing, to: day("2027-01-01") })).toEqual(["2026-11-01", "2026-12-01"]);
  expect(lateMonths({ ...standing, to: day("2027-01-02") })).toEqual(["2026-11-01", "2026-12-01", "2027-01-01"]);
});

it("the median lies in the middle, nine of ten lie within the 90th percentile, and nothing has neither", () => {
  expect(spreadOf(new Map([[3, 0]]))).toEqual({ count: 0, mean: null, median: null, p90: null });
  expect(spreadOf(new Map([[4, 1]]))).toEqual({ count: 1, mean: 4, median: 4, p90: 4 });
  const ten = new Map(Array.from({ length: 10 }, (_, count) => [10 - count, 1] as const));
  expect(spreadOf(ten)).toEqual({ count: 10, mean: 5.5, median: 5.5, p90: 9 });
});
