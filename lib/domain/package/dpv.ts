// Decides which terms of the W3C Data Privacy Vocabulary a manifest names. Labels for machines: nothing here is fetched, and
// nothing in the house depends on it. Terms are named by their address, their definitions stay there (dpv 2.3).
import type { LegalBasis } from "../retention-rule";
import type { Right } from "../right";

/** The context of the manifest's JSON-LD, whole, so that it reads without a network. */
export const dpvContext = {
  dpv: "https://w3id.org/dpv#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  dcterms: "http://purl.org/dc/terms/",
  schema: "https://schema.org/",
  rights: { "@id": "dpv:hasRight", "@type": "@id" },
  status: { "@id": "dpv:hasStatus", "@type": "@id" },
  legalBasis: { "@id": "dpv:hasLegalBasis", "@type": "@id" },
  organisation: "dpv:hasDataController",
  purpose: "dpv:hasPurpose",
  source: "dpv:hasDataSource",
  recipients: "dpv:hasRecipient",
  category: "dpv:hasPersonalData",
  madeAt: "dcterms:created",
  path: "schema:contentUrl",
  bytes: "schema:contentSize",
  sha256: "schema:sha256",
} as const;

const rights: Readonly<Partial<Record<Right, string>>> = {
  access: "eu-gdpr:A15",
  rectification: "eu-gdpr:A16",
  erasure: "eu-gdpr:A17",
  restriction: "eu-gdpr:A18",
  portability: "eu-gdpr:A20",
  objection: "eu-gdpr:A21",
  marketing_objection: "eu-gdpr:A21",
  withdraw_consent: "eu-gdpr:A7-3",
  automated_decision_review: "eu-gdpr:A22",
};

/** The terms of those rights that have one. */
export function dpvRights(asked: readonly Right[]): string[] {
  return [...new Set(asked.flatMap((right) => rights[right] ?? []))];
}

const bases: Readonly<Record<LegalBasis, string>> = {
  consent: "eu-gdpr:A6-1-a",
  contract: "eu-gdpr:A6-1-b",
  legal_obligation: "eu-gdpr:A6-1-c",
  vital_interests: "eu-gdpr:A6-1-d",
  public_task: "eu-gdpr:A6-1-e",
  legitimate_interests: "eu-gdpr:A6-1-f",
};

export function dpvLegalBasis(basis: LegalBasis): string {
  return bases[basis];
}

/** The answer is there: what the vocabulary says of the request. */
export const dpvFulfilled = "dpv:RequestFulfilled";
