import { expect, it } from "vitest";
import { mentionedIn } from "./mentions";

const members = [
  { id: "anna", name: "Anna" },
  { id: "kern", name: "Anna Kern" },
  { id: "odile", name: "Odile D'Arc (DPO)" },
];
const named = (words: string) => mentionedIn(words, members);

it("takes whole names after an @, in any case, however they are punctuated", () => {
  expect(named("@anna kern, please look.")).toEqual(["kern"]);
  expect(named("Ask @ODILE D'ARC (DPO)")).toEqual(["odile"]);
  expect(named("@Anna and @Odile D'Arc (DPO).")).toEqual(["anna", "odile"]);
});

it("takes no name that only begins like that, none without its @, and none that is not there", () => {
  for (const words of ["@Annabel was here", "Anna Kern wrote", "@Ann", "@", ""]) expect(named(words)).toEqual([]);
});
