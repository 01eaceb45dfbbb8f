import { expect, it } from "vitest";
import { codeWanted } from "./pressed-link";
import { filedOn, someFacts } from "./test-request";

const proofs = [{ kind: "contact_confirmed", on: filedOn }] as const;

it("ATK-M4: what confirms an address for the first time needs more than a press, but where it was asked", () => {
  for (const state of ["unconfirmed", "open", "answered", "lapsed"] as const) {
    expect(codeWanted(someFacts({ state }), false)).toBe(true);
    expect(codeWanted(someFacts({ state }), true)).toBe(false);
  }
});

it("what confirms nothing needs no more than a press", () => {
  expect(codeWanted(someFacts({ state: "open", proofs }), false)).toBe(false);
  for (const state of ["withdrawn", "closed"] as const) expect(codeWanted(someFacts({ state }), false)).toBe(false);
});
