import { describe, expect, it } from "vitest";
import { isPaperKind, isWanted, mayOpenPaper, papersOpen, papersWanted, readCells } from "./papers";
import { demandOf, raised } from "./proof-policy";
import { aChain, aReceipt, eventOf, filedOn, someFacts } from "./test-request";
import type { Relation } from "./verification";

const confirmed = { kind: "contact_confirmed", on: filedOn } as const;
const open = (relation: Relation, regime: "eu_gdpr" | "us_ca_ccpa" = "eu_gdpr") => {
  const question = { right: "access", relation, regimes: [regime] } as const;
  const rights = [{ right: "access", ...demandOf(question) }] as const;
  const received = aReceipt({ relation, regimes: [regime], rights });
  return { facts: someFacts({ received, rights, proofs: [confirmed] }), chain: aChain(received) };
};

describe("EDPB 01/2022 §§73–79: which papers somebody may show", () => {
  it("none to begin with", () => {
    const { facts, chain } = open("self");
    expect(papersOpen(facts, chain)).toEqual([]);
  });
  it("a document once something is odd, and not before the first demand is met", () => {
    const { facts, chain } = open("self");
    const rights = facts.rights.map((asked) => ({ ...asked, ...raised(asked, "self") }));
    expect(papersOpen({ ...facts, rights }, chain)).toEqual([]);
    const known = [confirmed, { kind: "address_on_file", on: filedOn } as const];
    expect(papersOpen({ ...facts, rights, proofs: known }, chain)).toEqual(["document_checked"]);
  });
  it("what was asked for with a reason", () => {
    const { facts } = open("self");
    expect(papersOpen(facts, aChain(facts.received, eventOf("ProofAsked")))).toEqual(["document_checked"]);
  });
  it("11 CCR §7063: an agent shows the permission, or a power of attorney that nobody may ask for", () => {
    const { facts, chain } = open("agent", "us_ca_ccpa");
    expect(papersOpen(facts, chain)).toEqual(["permission_signed", "power_of_attorney"]);
  });
  it("W18: a parent shows what makes them one", () => {
    const { facts, chain } = open("guardian");
    expect(papersOpen(facts, chain)).toEqual(["authority_checked"]);
  });
  it("nothing any more once all is proven", () => {
    const { facts, chain } = open("guardian");
    const proofs = [confirmed, { kind: "authority_checked", on: filedOn } as const];
    expect(papersOpen({ ...facts, proofs }, chain)).toEqual([]);
  });
  it("rights of the oldest records, which carry no ways, open what was asked for alone", () => {
    const facts = someFacts({ proofs: [confirmed] });
    expect(papersOpen(facts, aChain(facts.received))).toEqual([]);
    expect(papersOpen(facts, aChain(facts.received, eventOf("ProofAsked")))).toEqual(["document_checked"]);
  });
  it("an organisation that takes no copies of documents is sent none, and papers of authority all the same", () => {
    const identity = (documents: "never" | "when_required") => ({ identity: { documents, text: "" } });
    const { facts } = open("self");
    const asked = { facts, chain: aChain(facts.received, eventOf("ProofAsked")) };
    expect(isWanted(identity("when_required"), asked, "document_checked")).toBe(true);
    expect(isWanted(identity("never"), asked, "document_checked")).toBe(false);
    expect(isWanted(identity("never"), open("guardian"), "authority_checked")).toBe(true);
    expect(isWanted(identity("never"), open("self"), "authority_checked")).toBe(false);
    expect(papersWanted(identity("never"), asked)).toEqual([]);
    expect(papersWanted(identity("never"), open("guardian"))).toEqual(["authority_checked"]);
  });
  it("knows its own kinds and no others", () => {
    expect(isPaperKind("power_of_attorney")).toBe(true);
    expect(isPaperKind("signed_in")).toBe(false);
  });
});

it("reads the squares of the grid and leaves out what is none", () => {
  expect(readCells(["r1c1", "r8c12", "r9c1", "r1c13", "r0c1", "x", "r1c1;drop"])).toEqual([
    { row: 1, column: 1 },
    { row: 8, column: 12 },
  ]);
});

it("EDPB 01/2022 §§78–79: a paper is opened by the handler on the request, and by nobody beside", () => {
  const at = { organisationId: "o", staffId: "s" };
  const handler = { kind: "staff", ...at, roles: ["handler"] } as const;
  expect(mayOpenPaper(handler, { assignedTo: "s" })).toBe(true);
  expect(mayOpenPaper(handler, { assignedTo: "somebody" })).toBe(false);
  expect(mayOpenPaper(handler, { assignedTo: null })).toBe(false);
  expect(mayOpenPaper({ ...handler, roles: ["approver", "dpo"] }, { assignedTo: "s" })).toBe(false);
  expect(mayOpenPaper({ kind: "person", organisationId: "o", requestId: "r", proven: true }, { assignedTo: "s" })).toBe(
    false,
  );
});
