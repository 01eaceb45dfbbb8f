import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { explainToPerson } from "@/lib/domain/proof-explanation";
import { proofHistory } from "@/lib/domain/proof-history";
import { personRequest } from "@/lib/queries/person-request";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
});
afterAll(() => desk.close());

const now = new Date("2026-12-04T12:00:00Z");
const passport = {
  step: "ask_proof",
  kind: "document_checked",
  words: "Send a drawn-over copy of a document.",
} as const;
const why = "Somebody else signed in to this account yesterday.";
const granted = (right: "access") => [{ right, outcome: "granted", ground: null }] as const;

async function confirmed(filing: Parameters<typeof desk.file>[0] = {}) {
  const filed = await desk.file(filing);
  await desk.confirm(filed.id);
  return filed;
}

describe("asking for proof", () => {
  it("A10: asks for what the policy asks for", async () => {
    const { id } = await confirmed();
    const asked = { step: "ask_proof", kind: "data_points_matched", words: "Your customer number, please." } as const;
    expect(await desk.step(handler, id, asked)).toMatchObject({ ok: true });
  });

  it("GDPR Art. 12(6): more than that is refused, until a reason is written, and the person reads it", async () => {
    const { id, reference, person } = await confirmed();
    for (const change of [passport, { ...passport, beyond: "  " }]) {
      expect(await desk.step(handler, id, change)).toEqual({ ok: false, refusal: "proof_beyond_policy" });
    }
    expect(await desk.step(handler, id, { ...passport, beyond: why })).toMatchObject({ ok: true });
    const seen = await personRequest(person, { organisation: desk.organisation, reference }, now);
    expect(seen?.messages.map(({ words }) => words)).toEqual([
      `${passport.words}\n\nWhy we ask for more than we usually do:\n${why}`,
    ]);
    expect(seen?.chain.at(-1)?.event).toMatchObject({ type: "ProofAsked", beyond: true });
    // What was written stands on the page alone: letters carry no words of anybody's.
    const letters = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { requestId: id } }),
    );
    expect(JSON.stringify(letters)).not.toContain("yesterday");
  });

  it("the reason stands under its own words in the language of the person", async () => {
    const { id, reference, person } = await confirmed({ language: "de" });
    await desk.step(handler, id, { ...passport, beyond: why });
    const seen = await personRequest(person, { organisation: desk.organisation, reference }, now);
    expect(seen?.messages[0]?.words).toContain(`Warum wir um mehr bitten als sonst:\n${why}`);
  });

  it("what holds all the proof it needs is asked for more only with a reason", async () => {
    const { id } = await confirmed();
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "On file." });
    const more = { step: "ask_proof", kind: "signed_in", words: "Sign in, please." } as const;
    expect(await desk.step(handler, id, more)).toEqual({ ok: false, refusal: "proof_more_than_needed" });
    expect(await desk.step(handler, id, { ...more, beyond: why })).toMatchObject({ ok: true });
  });

  it("A18: no reason opens a question about what is never verified", async () => {
    const { id } = await desk.file({ rights: ["marketing_objection"] });
    expect(await desk.step(handler, id, { ...passport, beyond: why })).toEqual({
      ok: false,
      refusal: "proof_not_needed",
    });
  });
});

describe("ATK-I2: whoever holds the mailbox asks for what is of high risk", () => {
  const high = { rights: ["access"], country: "US", region: "US-CA" } as const;
  const answer = { step: "prepare", words: "Data.", outcomes: granted("access"), files: [] } as const;

  it("California: the mailbox and a match on file open nothing; points and a declaration, or the account, do", async () => {
    const { id } = await confirmed(high);
    await desk.step(handler, id, { step: "begin" });
    for (const kind of ["address_on_file", "data_points_matched", "three_points_matched"] as const) {
      await desk.step(handler, id, { step: "accept_proof", kind, words: "Compared." });
      expect([kind, await desk.step(handler, id, answer)]).toEqual([kind, { ok: false, refusal: "proof_missing" }]);
    }
    const [said] = explainToPerson((await desk.look(id)).facts);
    expect([said?.standing, said?.ways[0]?.missing.length]).toEqual(["missing", 1]);
    await desk.step(handler, id, { step: "accept_proof", kind: "declaration", words: "Signed." });
    expect(await desk.step(handler, id, answer)).toMatchObject({ ok: true });
  });

  it("11 CCR §7061(b): where something is odd the account alone opens nothing either; what is looked up is asked of nobody", async () => {
    const { id } = await confirmed(high);
    const job = { kind: "system", organisationId: desk.organisation.id, task: "sweep" } as const;
    await desk.step(job, id, { step: "note_risks", signals: ["many_names"] });
    await desk.step(handler, id, { step: "begin" });
    await desk.step(handler, id, { step: "accept_proof", kind: "signed_in", words: "Signed in." });
    expect(await desk.step(handler, id, answer)).toEqual({ ok: false, refusal: "proof_missing" });
    const lookUp = { step: "ask_proof", kind: "address_on_file", words: "Write from there.", beyond: why } as const;
    expect(await desk.step(handler, id, lookUp)).toEqual({ ok: false, refusal: "proof_never_asked" });
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "On file." });
    expect(await desk.step(handler, id, answer)).toMatchObject({ ok: true });
  });

  it("a name that is known under another address: one match more, and the person reads it only after the first", async () => {
    const { id } = await confirmed();
    const job = { kind: "system", organisationId: desk.organisation.id, task: "sweep" } as const;
    await desk.step(job, id, { step: "note_risks", signals: ["new_address"] });
    await desk.step(handler, id, { step: "begin" });
    const level = async () => explainToPerson((await desk.look(id)).facts).map((said) => [said.level, said.standing]);
    expect(await level()).toEqual([[2, "missing"]]);
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "On file." });
    expect(await desk.step(handler, id, answer)).toEqual({ ok: false, refusal: "proof_missing" });
    expect(await level()).toEqual([[3, "missing"]]);
    // A document is now what the policy itself asks for.
    await desk.step(handler, id, { step: "accept_proof", kind: "data_points_matched", words: "Two fit." });
    expect(await desk.step(handler, id, answer)).toMatchObject({ ok: true });
    const stored = await desk.look(id);
    expect(proofHistory(stored.chain).map(({ kind }) => kind)).toEqual(stored.facts.proofs.map(({ kind }) => kind));
  });
});
