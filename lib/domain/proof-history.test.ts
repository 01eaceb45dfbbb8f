import { describe, expect, it } from "vitest";
import type { DomainEvent } from "./events";
import { proofHistory } from "./proof-history";
import { foldRequest } from "./request";
import { aChain, aReceipt, eventOf, handlerId } from "./test-request";

type Happening = DomainEvent | { event: DomainEvent; by?: string };
const said = (...happenings: readonly Happening[]) => {
  const chain = aChain(aReceipt({ relation: "agent" }), ...happenings);
  const lines = proofHistory(chain);
  // Whatever the story: what has no end is what the guard counts with.
  const standing = lines.filter(({ ended }) => ended === null);
  expect(standing.map(({ kind, on }) => ({ kind, on }))).toEqual(foldRequest(chain).proofs);
  return lines.map(({ kind, source, staffId, ended }) => [kind, source, staffId !== null, ended?.why ?? null]);
};
const confirmed = eventOf("ContactConfirmed");
const accepted = { event: eventOf("ProofAccepted"), by: handlerId };

describe("what stands in the record about proof", () => {
  it("says how each proof came, once each", () => {
    expect(
      said(confirmed, confirmed, accepted, eventOf("ProofShown"), eventOf("AuthorityConfirmed"), eventOf("WorkBegun")),
    ).toEqual([
      ["contact_confirmed", "link", false, null],
      ["address_on_file", "staff", true, null],
      ["data_points_matched", "matching", false, null],
      ["confirmed_by_person", "person_said", false, null],
    ]);
    expect(said(eventOf("AddressRecognised"))).toEqual([["address_on_file", "recognised", false, null]]);
  });

  it("an answer from an address that is not on file is no proof by itself", () => {
    expect(said({ ...eventOf("AuthorityConfirmed"), onFile: false })).toEqual([]);
  });

  it("what was rejected stays readable, whether it was accepted before or not, and may come anew", () => {
    const rejected = { event: { ...eventOf("ProofRejected"), kind: "address_on_file" } as const, by: handlerId };
    expect(said(accepted, rejected, accepted)).toEqual([
      ["address_on_file", "staff", true, "rejected"],
      ["address_on_file", "staff", true, null],
    ]);
    expect(said(rejected)).toEqual([["address_on_file", "staff", true, "rejected"]]);
  });

  it("ATK-I3: another address ends everything, and only its own confirmation stands", () => {
    expect(said(confirmed, accepted, eventOf("AddressChanged"))).toEqual([
      ["contact_confirmed", "link", false, "address_changed"],
      ["address_on_file", "staff", true, "address_changed"],
      ["contact_confirmed", "link", false, null],
    ]);
  });

  it("ATK-I4: the person's no ends what spoke for the agent, and nothing else", () => {
    expect(said(confirmed, eventOf("AuthorityConfirmed"), accepted, eventOf("AuthorityDenied"))).toEqual([
      ["contact_confirmed", "link", false, null],
      ["confirmed_by_person", "person_said", false, "person_denied"],
      ["address_on_file", "staff", true, null],
    ]);
  });
});
