import { expect, test } from "vitest";
import type { StaffRole } from "./actor";
import { calendarDate } from "./calendar-date";
import { decidersOf } from "./contest-readers";
import type { Colleague } from "./cover";

const day = calendarDate("2026-12-04");
const one = (id: string, ...roles: StaffRole[]): Colleague => ({ id, roles, disabled: false, away: null });
const without = (who: Colleague, coverId: string | null = null): Colleague => ({
  ...who,
  away: { from: day, until: day, coverId },
});
const [ann, ben, eva, dpo, admin] = [
  one("ann", "handler"),
  one("ben", "approver"),
  one("eva", "approver"),
  one("dpo", "dpo"),
  one("admin", "administrator"),
];

test.each<[string, readonly Colleague[], { assignedTo?: string; judges?: readonly string[] }, readonly string[]]>([
  ["whoever may decide", [ann, ben, eva, dpo, admin], {}, ["ben", "eva", "dpo"]],
  ["not who judged the answer", [ann, ben, eva, dpo], { judges: ["ann", "ben"], assignedTo: "ann" }, ["eva", "dpo"]],
  ["the owner too, who judged nothing yet", [ann, ben], { assignedTo: "ann" }, ["ben", "ann"]],
  ["whoever acts for somebody who may, if they may", [without(ben, "eva"), eva], {}, ["eva"]],
  ["not a cover who judged it, but the DPO", [without(ben, "eva"), eva, dpo], { judges: ["eva"] }, ["dpo"]],
  ["those who are away where nobody is there, and an administrator", [without(ben), admin], {}, ["ben", "admin"]],
  [
    "where all have judged, the DPO and the administrators",
    [ben, dpo, admin],
    { judges: ["ben", "dpo"] },
    ["dpo", "admin"],
  ],
  ["nobody whose account is closed", [{ ...ben, disabled: true }, eva], {}, ["eva"]],
])("W13: a contest's date is told to %s", (_, team, { assignedTo = null, judges = [] }, told) => {
  expect(decidersOf(team, { assignedTo, judges, day })).toEqual(told);
});
