import { expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { demandOf } from "./proof-policy";
import { applyEvent, foldRequest } from "./request";
import { declarationWanted, levelHeldBy, proofIsMissing, proofStanding } from "./request-proofs";
import { aChain, aReceipt, eventOf, filedOn, handlerId, someFacts } from "./test-request";

const monday = "2026-12-07";
const friday = "2026-12-11";

it("what was accepted and then found wrong is no proof any more, and may be shown anew", () => {
  const accepted = foldRequest(
    aChain(aReceipt(), eventOf("ContactConfirmed"), eventOf("WorkBegun"), eventOf("ProofAccepted")),
  );
  expect(levelHeldBy(accepted)).toBe(2);
  const rejected = {
    event: { ...eventOf("ProofRejected"), kind: "address_on_file" } as const,
    day: filedOn,
    actorId: null,
  };
  const after = applyEvent(accepted, rejected);
  expect(levelHeldBy(after)).toBe(1);
  expect(levelHeldBy(applyEvent(after, { event: eventOf("ProofAccepted"), day: filedOn, actorId: null }))).toBe(2);
});

it("the confirming letter counts from its first leaving, or from its end where the address does not exist", () => {
  const letter = "confirm_address";
  const on = (type: "LetterSent" | "LetterFailed", more: object) =>
    applyEvent(someFacts(), { event: { ...eventOf(type), letter, ...more }, day: filedOn, actorId: null }).invitedOn;
  expect(on("LetterSent", {})).toBe(filedOn);
  expect(on("LetterSent", { letter: "received" })).toBeNull();
  expect(on("LetterFailed", { permanent: true })).toBe(filedOn);
  expect(on("LetterFailed", { permanent: false })).toBeNull();
  const first = someFacts({ invitedOn: filedOn });
  const later = applyEvent(first, {
    event: { ...eventOf("LetterSent"), letter },
    day: calendarDate("2027-01-04"),
    actorId: null,
  });
  expect(later.invitedOn).toBe(filedOn);
});

it("UK GDPR Art. 12A: information counts from its arrival, and accepting more later moves nothing", () => {
  const facts = foldRequest(
    aChain(
      aReceipt(),
      eventOf("ContactConfirmed"),
      { event: eventOf("WorkBegun"), by: handlerId },
      { event: eventOf("ProofAsked"), on: monday },
      { event: eventOf("MessageReceived"), on: friday },
      { event: eventOf("ProofAccepted"), on: "2026-12-14" },
      { event: { ...eventOf("ProofAccepted"), kind: "document_checked" } as const, on: "2026-12-21" },
    ),
  );
  expect(facts.verifiedOn).toBe(friday);
});

it("law.md §5: a request is proven as far as its rights are, each by its own need", () => {
  const mixed = aReceipt({
    rights: [
      { right: "access", level: 2 },
      { right: "marketing_objection", level: 0 },
    ],
  });
  expect(proofStanding(someFacts())).toBe("none");
  expect(proofStanding(someFacts({ received: mixed }))).toBe("some");
  const both = aChain(mixed, eventOf("ContactConfirmed"), eventOf("WorkBegun"), eventOf("ProofAccepted"));
  expect(proofStanding(foldRequest(both))).toBe("all");
});

const confirmed = { kind: "contact_confirmed", on: filedOn } as const;
const signedIn = { kind: "signed_in", on: filedOn } as const;
const declaration = { kind: "declaration", on: filedOn } as const;
const declares = (proofs: Parameters<typeof declarationWanted>[0]["proofs"], regime: "us_ca_ccpa" | "eu_gdpr") => {
  const question = { right: "access", relation: "self", regimes: [regime] } as const;
  const rights = [{ right: "access", ...demandOf(question) }] as const;
  return declarationWanted(someFacts({ received: aReceipt({ rights }), rights, proofs }));
};

it("11 CCR §7062(c): a declaration is asked for where the law wants it, once, and only while something is missing", () => {
  expect(declares([confirmed], "us_ca_ccpa")).toBe(true);
  expect(declares([confirmed], "eu_gdpr")).toBe(false);
  expect(declares([confirmed, declaration], "us_ca_ccpa")).toBe(false);
  expect(declares([confirmed, signedIn], "us_ca_ccpa")).toBe(false);
  expect(declarationWanted(someFacts({ proofs: [confirmed] }))).toBe(false);
});

it("proof is missing once the address is confirmed, while the request runs, until enough was shown", () => {
  expect(proofIsMissing(someFacts({ state: "open", proofs: [confirmed] }))).toBe(true);
  expect(proofIsMissing(someFacts({ state: "open", proofs: [] }))).toBe(false);
  expect(proofIsMissing(someFacts({ state: "open", proofs: [confirmed, signedIn] }))).toBe(false);
  expect(proofIsMissing(someFacts({ state: "withdrawn", proofs: [confirmed] }))).toBe(false);
});

it("proof is missing after the answer where what it stands on was taken away, and not beside a refusal", () => {
  const granted = [{ right: "access", outcome: "granted", ground: null }] as const;
  const refused = [{ right: "access", outcome: "refused", ground: "not_identified" }] as const;
  const after = { state: "answered", proofs: [confirmed] } as const;
  expect(proofIsMissing(someFacts({ ...after, outcomes: granted }))).toBe(true);
  expect(proofIsMissing(someFacts({ ...after, outcomes: granted, proofs: [confirmed, signedIn] }))).toBe(false);
  expect(proofIsMissing(someFacts({ ...after, outcomes: refused }))).toBe(false);
});
