import { expect, it } from "vitest";
import { refusals, refuse } from "./refusal";

it("refuses with a value, not with a throw", () => {
  expect(refuse("four_eyes")).toEqual({ ok: false, refusal: "four_eyes" });
});

it.each(Object.entries(refusals))("%s is one or two plain sentences without a code", (name, sentence) => {
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(sentence).not.toContain(name.includes("_") ? name : "\0");
  expect(sentence).not.toMatch(/\b(invalid|illegal|error|forbidden)\b/i);
});

it("V6.3.8: says the same about a code of an unknown request and a wrong code", () => {
  expect(refusals.wrong_code).not.toMatch(/reference|request|unknown/i);
});
