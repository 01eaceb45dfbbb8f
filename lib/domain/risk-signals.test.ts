import { expect, it } from "vitest";
import { demandOf } from "./proof-policy";
import { newSignals, notable, raisedRights, raisesProof, signalsOf } from "./risk-signals";
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

const nothing = { knownElsewhere: false, namesFromSource: 0, namesOfAgent: 0, askedBefore: false };
const everything = { knownElsewhere: true, namesFromSource: 3, namesOfAgent: 10, askedBefore: true };
const robin = { email: "robin@example.com" };

it("each signal follows from its own fact, from its threshold on", () => {
  const seen = (around: object, person: object = robin) =>
    signalsOf(facts, { ...robin, ...person }, { ...nothing, ...around });
  expect(seen({})).toEqual([]);
  expect(seen({ knownElsewhere: true })).toEqual(["new_address"]);
  expect([seen({ namesFromSource: 2 }), seen({ namesFromSource: 3 })]).toEqual([[], ["many_names"]]);
  expect([seen({ namesOfAgent: 9 }), seen({ namesOfAgent: 10 })]).toEqual([[], ["agent_volume"]]);
  expect(seen({ askedBefore: true })).toEqual(["known_duplicate"]);
  expect(seen({}, { knownEmail: "Robin@Example.com " })).toEqual([]);
  expect(seen({}, { knownEmail: "old@example.com" })).toEqual(["delivery_elsewhere"]);
});

it("what others can cause is noted while an answer is owed, and what the request says of itself for good", () => {
  const both = ["new_address", "delivery_elsewhere", "many_names"] as const;
  for (const state of ["unconfirmed", "open", "answer_prepared"] as const)
    expect(notable({ state }, both)).toEqual(both);
  for (const state of ["answered", "closed"] as const) expect(notable({ state }, both)).toEqual(["delivery_elsewhere"]);
});

it("whoever asks for somebody else writes from an address of their own: nothing is odd about that", () => {
  const person = { ...robin, knownEmail: "old@example.com" };
  for (const relation of ["agent", "guardian", "executor"] as const)
    expect(signalsOf({ ...facts, received: aReceipt({ relation }) }, person, nothing)).toEqual([]);
  const helper = { ...facts, received: aReceipt({ relation: "helper" }) };
  expect(signalsOf(helper, person, nothing)).toEqual(["delivery_elsewhere"]);
});

it("11 CCR §7026: who may not be verified is not suspected either", () => {
  const person = { ...robin, knownEmail: "old@example.com" };
  expect(signalsOf({ ...facts, rights: [optOut] }, person, everything)).toEqual(["known_duplicate"]);
});
