import { expect, it } from "vitest";
import { eventOfStep, isMaterial } from "./events";
import { lifecycle, steps } from "./lifecycle";

it("whatever moves a request or says something new makes an open form stale", () => {
  for (const step of steps) {
    const moves = Object.entries(lifecycle[step].moves).some(([from, to]) => from !== to);
    expect([step, moves && !isMaterial(eventOfStep[step])]).toEqual([step, false]);
  }
  expect(isMaterial("MessageReceived")).toBe(true);
  expect(isMaterial("DeadlineExtended")).toBe(true);
});

it("a letter that went out in the meantime does not", () => {
  expect(isMaterial("LetterSent")).toBe(false);
});
