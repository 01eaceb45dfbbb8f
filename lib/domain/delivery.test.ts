import { describe, expect, it } from "vitest";
import { deliveryLevel, deliveryLevelNeeded } from "./delivery";
import { filedOn, someFacts } from "./test-request";

const granted = (
  right: "access" | "objection" | "bias_report",
  outcome: "granted" | "partly" | "refused" = "granted",
) => ({ right, outcome, ground: outcome === "granted" ? null : "ground" }) as const;
const rights = [
  { right: "access", level: 2 },
  { right: "objection", level: 1 },
  { right: "bias_report", level: 0 },
] as const;

describe("11 CCR §7061(a): what opening the answer needs", () => {
  it("the level of the highest right that was granted, in part too", () => {
    expect(deliveryLevelNeeded(someFacts({ rights, outcomes: [granted("access"), granted("objection")] }))).toBe(2);
    expect(deliveryLevelNeeded(someFacts({ rights, outcomes: [granted("access", "partly")] }))).toBe(2);
  });
  it("nothing anew where a confirmed address was enough, or nothing was granted", () => {
    expect(deliveryLevelNeeded(someFacts({ rights, outcomes: [granted("objection")] }))).toBe(0);
    expect(deliveryLevelNeeded(someFacts({ rights, outcomes: [granted("access", "refused")] }))).toBe(0);
    expect(deliveryLevelNeeded(someFacts())).toBe(0);
  });
});

describe("what fresh factors are worth", () => {
  const onFile = someFacts({ proofs: [{ kind: "address_on_file", on: filedOn }] });
  const typed = someFacts({ proofs: [{ kind: "contact_confirmed", on: filedOn }] });
  it("a code is worth what the address is worth", () => {
    expect(deliveryLevel(["code"], onFile)).toBe(2);
    expect(deliveryLevel(["code"], typed)).toBe(1);
  });
  it("a match or a sign-in stands for itself", () => {
    expect(deliveryLevel(["matched"], typed)).toBe(2);
    expect(deliveryLevel(["signed_in"], typed)).toBe(2);
  });
  it("two independent factors reach the highest level; the same one twice does not", () => {
    expect(deliveryLevel(["code", "desk_code"], typed)).toBe(3);
    expect(deliveryLevel(["code", "code"], typed)).toBe(1);
  });
  it("a code told by telephone opens nothing alone, and neither does nothing", () => {
    expect(deliveryLevel(["desk_code"], onFile)).toBe(0);
    expect(deliveryLevel([], onFile)).toBe(0);
  });
});
