import { describe, expect, it } from "vitest";
import type { StaffRole } from "./actor";
import { calendarDate } from "./calendar-date";
import type { Colleague } from "./cover";
import { dposOf, mentionedAndActing, readersOf } from "./letter-readers";

const day = calendarDate("2026-12-04");
const one = (id: string, ...roles: StaffRole[]): Colleague => ({ id, roles, disabled: false, away: null });
const without = (who: Colleague, coverId: string | null = null): Colleague => ({
  ...who,
  away: { from: day, until: day, coverId },
});
const [ann, ben, dpo, admin] = [
  one("ann", "handler"),
  one("ben", "handler"),
  one("dpo", "dpo"),
  one("admin", "administrator"),
];
const desk = [ann, ben, dpo, admin];
const readers = (team: readonly Colleague[], assignedTo: string | null, to: "owner" | "owner_and_dpo" = "owner") =>
  readersOf(to, team, { assignedTo, day });

describe("who reads a letter to the staff", () => {
  it.each<[string, readonly Colleague[], string | null, readonly string[]]>([
    ["the owner alone", desk, "ann", ["ann"]],
    ["the handlers where nobody owns it", desk, null, ["ann", "ben"]],
    ["the handlers where the owner left", desk, "gone", ["ann", "ben"]],
    ["the handlers where the owner's account is closed", [{ ...ann, disabled: true }, ben, dpo], "ann", ["ben"]],
    ["the DPO where there is no handler, then the administrators", [dpo, admin], null, ["dpo"]],
    ["an administrator where there is nobody else", [admin], null, ["admin"]],
    ["nobody where nobody is", [one("eye", "auditor")], null, []],
    ["the cover instead of the owner", [without(ann, "ben"), ben, dpo], "ann", ["ben"]],
    ["who is there, and the DPO, where nobody covers the owner", [without(ann), ben, dpo], "ann", ["ben", "dpo"]],
    ["the DPO where every handler is away", [without(ann), without(ben), dpo], null, ["dpo"]],
    ["whoever covers a handler, once", [without(ann, "ben"), ben, dpo], null, ["ben"]],
    [
      "whom it would reach anyway, where the whole desk is away",
      [without(ann), without(ben), without(dpo)],
      "ben",
      ["ben", "dpo"],
    ],
  ])("%s", (_, team, assignedTo, told) => expect(readers(team, assignedTo)).toEqual(told));

  it("what is overdue goes to the DPO as well, and to whoever covers the DPO", () => {
    expect(readers(desk, "ann", "owner_and_dpo")).toEqual(["ann", "dpo"]);
    const other = one("other", "dpo", "approver");
    expect(readers([ann, without(dpo, "other"), other], "ann", "owner_and_dpo")).toEqual(["ann", "other"]);
  });
});

describe("who oversees", () => {
  it("the DPO; with nobody in their place they themselves and the administrators; nobody where there is no DPO", () => {
    expect(dposOf(desk, day)).toEqual(["dpo"]);
    expect(dposOf([without(dpo), admin], day)).toEqual(["dpo", "admin"]);
    expect(dposOf([ann, admin], day)).toEqual([]);
  });
});

describe("whom a note names", () => {
  it("reads it, and so does whoever acts for them, if they may read notes", () => {
    expect(mentionedAndActing(["ann"], desk, day)).toEqual(["ann"]);
    expect(mentionedAndActing(["ann"], [without(ann, "ben"), ben], day)).toEqual(["ann", "ben"]);
    expect(mentionedAndActing(["ann"], [without(ann), ben], day)).toEqual(["ann"]);
    const mixed = without(one("ann", "handler", "administrator"), "admin");
    expect(mentionedAndActing(["ann"], [mixed, admin], day)).toEqual(["ann"]);
  });
});
