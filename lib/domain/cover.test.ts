import { describe, expect, it } from "vitest";
import type { StaffRole } from "./actor";
import { calendarDate } from "./calendar-date";
import {
  type Absence,
  absenceRefusal,
  actingFor,
  actingForAny,
  type Colleague,
  canCover,
  canWork,
  coveredBy,
  firstUncovered,
  isAway,
  mayPlanAbsence,
} from "./cover";

const on = (day: number) => calendarDate(`2026-12-${String(day).padStart(2, "0")}`);
const away = (from: number, until: number, coverId: string | null): Absence => ({
  from: on(from),
  until: on(until),
  coverId,
});
const one = (id: string, absence: Absence | null = null, roles: readonly StaffRole[] = ["handler"]): Colleague => ({
  id,
  roles,
  disabled: false,
  away: absence,
});

describe("who acts for somebody on a day", () => {
  it("they themselves, until the first day away and from the day after the last, without anybody's act", () => {
    const team = [one("a", away(7, 9, "b")), one("b")];
    expect([6, 7, 8, 9, 10].map((day) => actingFor("a", team, on(day)))).toEqual(["a", "b", "b", "b", "a"]);
    expect(isAway(null, on(7))).toBe(false);
  });

  it("whoever covers the cover, as long as that lasts", () => {
    const team = [one("a", away(1, 20, "b")), one("b", away(5, 10, "c")), one("c")];
    expect([4, 5, 10, 11].map((day) => actingFor("a", team, on(day)))).toEqual(["b", "c", "c", "b"]);
  });

  const gone = { ...one("b"), disabled: true };
  it.each([
    ["nobody was named", [one("a", away(1, 9, null)), one("b")]],
    ["the cover left", [one("a", away(1, 9, "b"))]],
    ["the cover's account was closed", [one("a", away(1, 9, "b")), gone]],
    ["the cover lost the role that they share", [one("a", away(1, 9, "b")), one("b", null, ["approver"])]],
    ["the cover may only look now", [one("a", away(1, 9, "b"), ["handler", "auditor"]), one("b", null, ["auditor"])]],
    ["everybody in the chain is away", [one("a", away(1, 9, "b")), one("b", away(1, 9, null))]],
    [
      "the chain comes back, as only two roles taken away and given back can bring about",
      [one("a", away(1, 9, "b")), one("b", away(1, 9, "c")), one("c", away(1, 9, "b"))],
    ],
  ])("nobody where %s", (_, team) => {
    expect(actingFor("a", team, on(4))).toBeNull();
    expect(actingForAny(team.slice(0, 1), team, on(4))).toEqual([]);
  });

  it("nobody for whoever is no member, or can have no work", () => {
    expect(actingFor("x", [one("a")], on(4))).toBeNull();
    expect(actingFor("a", [one("a", null, ["auditor"])], on(4))).toBeNull();
  });

  it("each once, where two are covered by one who is named as well", () => {
    const team = [one("a", away(1, 9, "c")), one("b", away(1, 9, "c")), one("c")];
    expect(actingForAny(team, team, on(4))).toEqual(["c"]);
    expect(coveredBy("c", team, on(4))).toEqual(["a", "b"]);
    expect(coveredBy("c", team, on(10))).toEqual([]);
    expect(coveredBy("a", team, on(4))).toEqual([]);
  });
});

describe("who can stand in", () => {
  it.each<[string, Colleague, boolean]>([
    ["somebody of the same role", one("b"), true],
    ["somebody who shares one of several", one("b", null, ["handler", "dpo"]), true],
    ["nobody for themselves", one("a"), false],
    ["nobody of another role", one("b", null, ["approver"]), false],
    ["nobody whose account is closed", { ...one("b"), disabled: true }, false],
  ])("%s", (_, cover, can) => expect(canCover(one("a"), cover)).toBe(can));

  it("whoever only looks has no work", () => {
    expect([canWork(one("a", null, ["auditor"])), canWork(one("a", null, ["auditor", "dpo"]))]).toEqual([false, true]);
  });

  it("everybody plans their own absence, whoever manages the team everybody's", () => {
    expect(mayPlanAbsence({ staffId: "a", roles: ["handler"] }, "a")).toBe(true);
    expect(mayPlanAbsence({ staffId: "a", roles: ["handler", "dpo"] }, "b")).toBe(false);
    expect(mayPlanAbsence({ staffId: "a", roles: ["administrator"] }, "b")).toBe(true);
  });
});

describe("days on which nobody acts", () => {
  it("begin where the cover is away too, are looked for from today on, and are none where all is covered", () => {
    const team = [one("a", away(1, 9, "b")), one("b", away(4, 5, null)), one("c", away(1, 9, "d")), one("d")];
    expect(firstUncovered("a", team, on(1))).toBe(on(4));
    expect(firstUncovered("a", team, on(6))).toBeNull();
    expect(firstUncovered("c", team, on(1))).toBeNull();
    expect(firstUncovered("d", team, on(1))).toBeNull();
    expect(firstUncovered("x", team, on(1))).toBeNull();
  });
});

describe("which plans are refused", () => {
  const team = [
    one("a"),
    one("b", away(5, 9, "c")),
    one("c", away(8, 12, "d")),
    one("d", away(20, 22, "a")),
    one("e", null, ["dpo"]),
  ];
  it.each<[string, Absence, string | null]>([
    ["days in their order, with somebody who is there", away(1, 4, "b"), null],
    ["nobody named", away(1, 31, null), null],
    ["the last day before the first", away(4, 3, null), "absence_backwards"],
    ["over", { from: calendarDate("2026-11-01"), until: calendarDate("2026-11-30"), coverId: null }, "absence_over"],
    ["from the past until today", { from: calendarDate("2026-11-01"), until: on(1), coverId: null }, null],
    ["a whole leap of a year", { from: on(1), until: calendarDate("2027-12-01"), coverId: null }, null],
    ["more than a year", { from: on(1), until: calendarDate("2027-12-02"), coverId: null }, "absence_long"],
    ["oneself", away(1, 4, "a"), "cover_unfit"],
    ["somebody of another role", away(1, 4, "e"), "cover_unfit"],
    ["somebody who is not here", away(1, 4, "x"), "cover_unfit"],
    ["two who cover each other in turn", away(1, 4, "d"), null],
    ["two who cover each other on one and the same day", away(4, 20, "d"), "cover_circle"],
    ["a circle of four whose days do not all meet", away(4, 21, "b"), null],
  ])("%s", (_, absence, refusal) => expect(absenceRefusal("a", absence, team, on(1))).toBe(refusal));

  it("a circle of three on the one day on which all are away", () => {
    const three = [one("a"), one("b", away(5, 9, "c")), one("c", away(9, 12, "a"))];
    expect(absenceRefusal("a", away(9, 20, "b"), three, on(1))).toBe("cover_circle");
    expect(absenceRefusal("a", away(10, 20, "b"), three, on(1))).toBeNull();
  });

  it("a circle of others is not theirs to mend, and a stranger has no absence", () => {
    const others = [one("a"), one("b", away(1, 9, "c")), one("c", away(1, 9, "b"))];
    expect(absenceRefusal("a", away(1, 9, "b"), others, on(1))).toBeNull();
    expect(absenceRefusal("x", away(1, 9, "b"), others, on(1))).toBe("not_found");
  });

  it("a chain that ends with nobody is none", () => {
    expect(absenceRefusal("a", away(1, 9, "b"), [one("a"), one("b", away(1, 9, null))], on(1))).toBeNull();
    expect(absenceRefusal("a", away(1, 9, "b"), [one("a"), one("b", away(1, 9, "gone"))], on(1))).toBeNull();
  });
});
