import { expect, it } from "vitest";
import { denialReason } from "./california-denial";
import { groundsFor } from "./console-grounds";

const consumer = { disowned: false, ofCalifornia: true };

it.each([
  ["not_identified", "not_verifiable"],
  ["legal_obligation", "exempt"],
  ["excessive", "other"],
])("counts the ground %s, as the record holds it, as %s", (id, reason) => {
  const ground = groundsFor("erasure", ["us_ca_ccpa"]).find(([known]) => known === id)?.[1] ?? "";
  expect(denialReason({ ground, ...consumer })).toBe(reason);
});

it("counts as not made by a consumer what the person disowned, and what the law gives only to consumers of California", () => {
  expect(denialReason({ ground: null, disowned: true, ofCalifornia: true })).toBe("not_by_consumer");
  const notGiven = "No law that applies gives this right, and we do not offer it beyond the law";
  expect(denialReason({ ground: notGiven, disowned: false, ofCalifornia: false })).toBe("not_by_consumer");
  expect(denialReason({ ground: notGiven, ...consumer })).toBe("other");
});

it("counts a ground that is not ours as another one", () => {
  expect(denialReason({ ground: "Because", ...consumer })).toBe("other");
  expect(denialReason({ ground: null, ...consumer })).toBe("other");
});
