import { describe, expect, it } from "vitest";
import type { AskedRight } from "./events";
import { offeredKinds, proofChoices, waysToCome } from "./proof-choices";
import { explainDemand } from "./proof-explanation";
import { demandOf, raised } from "./proof-policy";
import { filedOn } from "./test-request";
import { type Demand, type ProofKind, proofKinds } from "./verification";

const every: ReadonlySet<ProofKind> = new Set(Object.keys(proofKinds) as ProofKind[]);
const question = { right: "access", relation: "self", regimes: ["eu_gdpr"] } as const;
const californian = { ...question, regimes: ["us_ca_ccpa"] } as const;
const rights: readonly AskedRight[] = [{ right: "access", ...demandOf(question) }];
const held = (...kinds: ProofKind[]) => ["contact_confirmed" as const, ...kinds].map((kind) => ({ kind, on: filedOn }));

function choices(
  asked: typeof question | typeof californian,
  demand: Demand,
  kinds: ProofKind[] = [],
  offered = every,
) {
  const proofs = held(...kinds);
  const explained = explainDemand(
    asked,
    demand,
    proofs.map(({ kind }) => kind),
  );
  return proofChoices(explained, { proofs }, offered).map(
    ({ kinds: parts, asked }) =>
      `${parts.map(({ kind, state }) => `${kind} ${state}`).join(" + ")}${asked ? "" : " (taken)"}`,
  );
}

describe("the ways that a person can choose from", () => {
  it("two points are enough, so three are no way of their own; a document is taken and not asked for", () => {
    expect(choices(question, demandOf(question))).toEqual([
      "signed_in missing",
      "address_on_file ours",
      "data_points_matched missing",
      "document_checked missing (taken)",
    ]);
  });

  it("each part says where it stands, with the day", () => {
    const shown = proofChoices(
      explainDemand(californian, demandOf(californian), ["three_points_matched"]),
      { proofs: held("three_points_matched") },
      every,
    );
    expect(shown.find(({ kinds }) => kinds.some(({ on }) => on === filedOn))?.kinds).toEqual([
      { kind: "three_points_matched", state: "shown", on: filedOn },
      { kind: "declaration", state: "missing", on: null },
    ]);
  });

  it("where more is needed, two independent ones, without the twins of three points", () => {
    const more = raised(demandOf(question), "self");
    expect(choices(question, more, ["address_on_file"])).toEqual([
      "signed_in missing + address_on_file shown",
      "address_on_file shown + data_points_matched missing",
      "document_checked missing",
      "signed_in missing + data_points_matched missing",
    ]);
  });

  it("W15: leads to no paper whose page refuses it", () => {
    const identity = { documents: "when_required", text: "" } as const;
    const filed = { facts: { rights }, person: null, details: null };
    expect([...offeredKinds(identity, filed, [])]).not.toContain("document_checked");
    expect(choices(question, demandOf(question), [], offeredKinds(identity, filed, []))).toEqual([
      "address_on_file ours",
    ]);
  });

  it("leads to nothing that this organisation cannot take, but keeps what was shown", () => {
    const few = new Set<ProofKind>(["declaration"]);
    expect(choices(californian, demandOf(californian), [], few)).toEqual([]);
    expect(choices(californian, demandOf(californian), ["three_points_matched"], few)).toEqual([
      "three_points_matched shown + declaration missing",
    ]);
  });
});

describe("what an organisation can take", () => {
  const points = ["a", "b", "c"].map((id) => ({ id, label: id }));
  const source = { kind: "file", path: "people.csv" } as const;
  const nobody = { facts: { rights }, person: null, details: null };
  const takes = (
    identity: Partial<Parameters<typeof offeredKinds>[0]>,
    person: { email: string; knownEmail?: string } | null = null,
    papers: Parameters<typeof offeredKinds>[2] = [],
  ) => [...offeredKinds({ documents: "never", text: "", ...identity }, { ...nobody, person }, papers)];

  it("nothing of its own without a source, a sign-in or documents", () => {
    expect(takes({})).toEqual(["declaration", "confirmed_by_person", "address_on_file"]);
  });

  it("what it has", () => {
    expect(takes({ signIn: { name: "a", issuer: "https://id.example.com", clientId: "c" } })).toContain("signed_in");
    expect(takes({}, null, ["authority_checked"])).toContain("authority_checked");
    expect(takes({ matching: { source, points } })).toEqual(
      expect.arrayContaining(["data_points_matched", "three_points_matched"]),
    );
    expect(takes({ matching: { source, points: points.slice(1) } })).not.toContain("three_points_matched");
  });

  it("ATK-I8: whoever names another address as the known one has not confirmed that one", () => {
    const email = "new@example.com";
    expect(takes({}, { email, knownEmail: "old@example.com" })).not.toContain("address_on_file");
    expect(takes({}, { email, knownEmail: " NEW@example.com" })).toContain("address_on_file");
  });

  it("before anything is sent, only what will be asked is announced", () => {
    const identity = { documents: "when_required", text: "", matching: { source, points } } as const;
    expect(waysToCome({ ...identity, matching: { source, points } }, question)).toEqual([
      ["address_on_file"],
      ["data_points_matched"],
    ]);
    expect(waysToCome({ documents: "never", text: "" }, { ...question, right: "marketing_objection" })).toEqual([]);
  });
});
