import { expect, it } from "vitest";
import { lapsing, reviving } from "./lapse-events";

it("a request lapses when its address or its proof was not shown in time, and nothing else lets it lapse", () => {
  expect([...lapsing].sort()).toEqual(["ProofLapsed", "RequestLapsed"]);
});

it("11 CCR §7060: who confirms, writes or shows proof after that is heard, so that it counts as open again", () => {
  expect([...reviving].sort()).toEqual(["ContactConfirmed", "MessageReceived", "ProofShown"]);
});
