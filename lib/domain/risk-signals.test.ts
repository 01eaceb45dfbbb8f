import { expect, it } from "vitest";
import { demandOf } from "./proof-policy";
import { newSignals, raisedRights, raisesProof, riskSignals } from "./risk-signals";
import { aReceipt, someFacts } from "./test-request";

const access = { right: "access", ...demandOf({ right: "access", relation: "self", regimes: ["eu_gdpr"] }) } as const;
const optOut = { right: "bias_report", ...demandOf({ right: "bias_report", relation: "self", regimes: [] }) } as const;
const facts = someFacts({ rights: [access, optOut] });

it("11 CCR §7060(c): signals that raise want more proof for what hands out data, and for nothing else", () => {
  const raised = raisedRights(facts, ["new_address"]);
  expect(raised.map(({ right, level }) => [right, level])).toEqual([["access", 3]]);
  expect(raisedRights({ ...facts, rights: raised }, ["address_changed"])).toEqual([]);
});

it("other signals are shown and change nothing", () => {
  expect(raisedRights(facts, ["agent_volume", "known_duplicate"])).toEqual([]);
  expect(raisesProof([])).toBe(false);
});

it("each signal is noted once", () => {
  const noted = { signals: ["many_names"] } as const;
  expect(newSignals(noted, ["new_address", "many_names", "new_address"])).toEqual(["new_address"]);
});

it("an agent needs more than that already", () => {
  expect(raisedRights({ ...facts, received: aReceipt({ relation: "agent" }) }, ["new_address"])).toEqual([]);
});

it("every signal says what it rests on", () => {
  for (const { words } of Object.values(riskSignals)) expect(words.length).toBeGreaterThan(20);
});
