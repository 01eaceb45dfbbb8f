import { expect, it } from "vitest";
import { lookFrom, mayShareViews, usualLook } from "./queue-look";

it("starts as usual, keeps what was chosen in its order, and forgets words that mean nothing", () => {
  expect(lookFrom([], "comfortable")).toEqual(usualLook);
  expect(lookFrom(["gone"], "gone")).toEqual(usualLook);
  expect(lookFrom(["due", "gone", "right"], "compact")).toEqual({ columns: ["right", "due"], density: "compact" });
});

it("lets handlers and the DPO keep a view for everybody", () => {
  expect(
    [["handler"], ["dpo"], ["approver"], ["auditor", "administrator"]].map((roles) => mayShareViews(roles as never)),
  ).toEqual([true, true, false, false]);
});
