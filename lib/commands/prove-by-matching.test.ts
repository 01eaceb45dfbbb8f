import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileMatcher } from "@/lib/connectors/file-matcher";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findPersonSession, startPersonSession } from "@/lib/db/person-sessions";
import type { PersonActor } from "@/lib/domain/actor";
import type { Filing } from "@/lib/domain/filing";
import { matchTriesAtAll } from "@/lib/domain/lifecycle-needs";
import { type Matcher, matchTries, nameTries } from "@/lib/domain/matching";
import { kindsHeldBy, proofIsMissing } from "@/lib/domain/request-proofs";
import { askAddressChange } from "./ask-address-change";
import { confirmNewAddress } from "./confirm-new-address";
import { proveByMatching } from "./prove-by-matching";
import { signDeclaration } from "./sign-declaration";
import { openDesk } from "./test-desk";

const now = new Date("2026-12-04T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const matcher = fileMatcher("examples/matching/aimarkos.csv", ["customer_number", "postcode", "invoice"]);
const right = { customer_number: "AI-33190", postcode: "10115", invoice: "2026-0871" };
const wrong = { ...right, postcode: "10117" };
const jonas = { name: "Jonas Weber" };
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(now);
});
afterAll(() => desk.close());

/** A confirmed request in that name from an address that nobody knows, with a browser that holds its key. */
async function asking({ name }: { name: string }, filing: Partial<Filing> = {}): Promise<Asking> {
  const email = `stranger.${Math.random().toString(36).slice(2, 10)}@example.com`;
  const { id, person } = await desk.file({ ...filing, person: { name, email } });
  const confirmed = await desk.confirm(id);
  if (!confirmed.ok) throw new Error(confirmed.refusal);
  return { id, person, session: confirmed.session };
}
type Asking = { id: string; person: PersonActor; session: string };

/** The request moves to another mailbox, as its person asked and confirmed there. */
async function moveAddress({ id, person }: Pick<Asking, "id" | "person">): Promise<void> {
  const { organisation } = desk;
  const address = `moved.${id.slice(0, 8)}@example.com`;
  await askAddressChange(person, { organisation, address }, now);
  const { token } = await desk.mailbox(id, organisation, "confirm_new_address");
  await desk.deliver(id, now);
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  const moved = await confirmNewAddress(visitor, { organisation, token, askedHere: id, code: null }, now);
  if (!moved.ok) throw new Error(moved.refusal);
}

const type = (
  { person, session }: Pick<Asking, "person" | "session">,
  typed: Record<string, string>,
  at = now,
  by: Matcher = matcher,
) => proveByMatching(person, { organisation: desk.organisation, session, typed, matcher: by, onAway: () => {} }, at);
const held = async (id: string) => kindsHeldBy((await desk.look(id)).facts);
const freshIn = async (session: string, at = now) =>
  (await inOrganisation(desk.organisation.id, (scope) => findPersonSession(scope, session, at)))?.fresh ?? null;

describe("A10: comparing what a person types with what the organisation holds", () => {
  it("all of it fits: a proof in the record, and fresh in this browser alone", async () => {
    const one = await asking(jonas);
    const other = await inOrganisation(desk.organisation.id, (scope) =>
      startPersonSession(scope, { requestId: one.id, proven: true }, now),
    );
    expect(await type(one, { ...right, invoice: "not asked" })).toMatchObject({ ok: true });
    expect(await held(one.id)).toEqual(["contact_confirmed", "data_points_matched"]);
    expect([await freshIn(one.session), await freshIn(other)]).toEqual([["matched"], []]);
    expect(proofIsMissing((await desk.look(one.id)).facts)).toBe(false);
  });

  it("ATK-I1: a miss is the same answer and the same record whether or not the name is known, and whatever was wrong", async () => {
    const known = await asking(jonas);
    const unknown = await asking({ name: "Nobody Here" });
    const answers = [
      await type(known, wrong),
      await type(known, { ...right, customer_number: "AI-1" }),
      await type(unknown, right),
      await type(unknown, wrong),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"refusal":"match_failed"}']),
    );
    const events = async (id: string) => (await desk.look(id)).chain.map(({ event }) => event);
    expect((await events(known.id)).slice(-2)).toEqual((await events(unknown.id)).slice(-2));
    expect(await freshIn(known.session)).toEqual([]);
  });

  it("ATK-I7: five tries in six hours, right or wrong, and no more however they are sent", async () => {
    const one = await asking(jonas);
    const answers = await Promise.all(Array.from({ length: 12 }, () => type(one, wrong)));
    const said = answers.map((answer) => (answer.ok ? "ok" : answer.refusal));
    expect(said.filter((refusal) => refusal === "match_paused")).toHaveLength(7);
    expect(await type(one, right)).toEqual({ ok: false, refusal: "match_paused" });
    expect(await held(one.id)).toEqual(["contact_confirmed"]);
    expect(await type(one, right, hours(7))).toMatchObject({ ok: true });
  });

  it("ATK-I7: ten wrong tries at all, however slowly they come; other ways stay open", async () => {
    const one = await asking(jonas);
    for (let tries = 0; tries < matchTriesAtAll; tries += 1) {
      expect(await type(one, wrong, hours(tries * 7))).toEqual({ ok: false, refusal: "match_failed" });
    }
    expect(await type(one, right, hours(80))).toEqual({ ok: false, refusal: "tries_over" });
    const signedIn = { step: "prove", kind: "signed_in", by: "sign_in" } as const;
    expect(await desk.step(one.person, one.id, signedIn, hours(80))).toMatchObject({ ok: true });
  });

  it("ATK-I7: filing again gives no new tries: twenty a day under one name, whoever asks", async () => {
    const grace = { name: "Grace Guessed" };
    for (let filings = 0; filings < nameTries.count / matchTries.count; filings += 1) {
      const one = await asking(grace);
      const answers = await Promise.all(Array.from({ length: 6 }, () => type(one, wrong)));
      const said = answers.map((answer) => (answer.ok ? "ok" : answer.refusal)).sort();
      expect(said).toEqual([...Array(5).fill("match_failed"), "match_paused"]);
      // The sixth was over for this request already, and takes none from the name.
      expect((await desk.look(one.id)).facts.matchFailures).toBe(5);
    }
    const again = await asking({ name: "grace  GUESSED" });
    expect(await type(again, right)).toEqual({ ok: false, refusal: "match_paused" });
    const other = await asking({ name: "Grace Guest" });
    expect(await type(other, right)).toEqual({ ok: false, refusal: "match_failed" });
    expect(await type(again, wrong, hours(24))).toEqual({ ok: false, refusal: "match_failed" });
  });

  it("ATK-I3: what was compared while the address changed is written for nobody", async () => {
    for (const typed of [right, wrong]) {
      const one = await asking(jonas);
      const slow: Matcher = async (question, at) => {
        await moveAddress(one);
        return matcher(question, at);
      };
      expect(await type(one, typed, now, slow)).toEqual({ ok: false, refusal: "changed_meanwhile" });
      expect(await held(one.id)).toEqual(["contact_confirmed"]);
      expect((await desk.look(one.id)).facts.matchFailures).toBe(0);
      expect(await freshIn(one.session)).toBeNull();
    }
  });

  it("a source that is away proves nothing and fails nothing", async () => {
    const one = await asking(jonas);
    const away: Matcher = () => Promise.reject(new Error("nobody there"));
    expect(await type(one, right, now, away)).toEqual({ ok: false, refusal: "match_away" });
    expect((await desk.look(one.id)).facts.matchFailures).toBe(0);
    expect(await type(one, right)).toMatchObject({ ok: true });
  });

  it("ATK-I1: where more is needed it shows after the first proof, and two of them are enough", async () => {
    const one = await asking(jonas);
    const risks = { step: "note_risks", signals: ["many_names"] } as const;
    const system = { kind: "system", organisationId: desk.organisation.id, task: "risks" } as const;
    await desk.step(system, one.id, risks);
    expect(await type(one, right)).toMatchObject({ ok: true });
    expect(proofIsMissing((await desk.look(one.id)).facts)).toBe(true);
    // From here on three are asked.
    expect(await type(one, { ...right, invoice: "" })).toEqual({ ok: false, refusal: "match_failed" });
    await desk.step(system, one.id, { step: "recognise" });
    expect(proofIsMissing((await desk.look(one.id)).facts)).toBe(false);
  });

  it("nothing is compared where nothing is needed, nor for whoever holds no key to the request", async () => {
    const optOut = await asking(jonas, { rights: ["marketing_objection"] });
    expect(await type(optOut, right)).toEqual({ ok: false, refusal: "proof_more_than_needed" });
    const agent = await asking(jonas, { relation: "agent" });
    expect(await type(agent, right)).toEqual({ ok: false, refusal: "proof_more_than_needed" });
    const one = await asking(jonas);
    const strangers: PersonActor[] = [
      { ...one.person, proven: false },
      { ...one.person, organisationId: desk.organisations[1]?.id ?? "" },
    ];
    for (const person of strangers) {
      expect(await type({ ...one, person }, right)).toEqual({ ok: false, refusal: "not_found" });
    }
  });
});

describe("11 CCR §7062(c): a copy for a Californian", () => {
  const california = { country: "US", region: "CA" } as const;
  const sign = ({ person }: Pick<Asking, "person">, name = jonas.name) =>
    signDeclaration(person, { organisation: desk.organisation, name, language: "en" }, now);

  it("needs three points and the declaration, which is kept word for word", async () => {
    const one = await asking(jonas, california);
    expect(await type(one, { ...right, invoice: "2026-0000" })).toEqual({ ok: false, refusal: "match_failed" });
    expect(await type(one, right)).toMatchObject({ ok: true });
    expect(await held(one.id)).toContain("three_points_matched");
    expect(proofIsMissing((await desk.look(one.id)).facts)).toBe(true);
    expect(await sign(one, "Jonas Webber")).toEqual({ ok: false, refusal: "name_differs" });
    expect(await sign(one, "jonas  weber")).toMatchObject({ ok: true });
    const { facts, chain } = await desk.look(one.id);
    expect(proofIsMissing(facts)).toBe(false);
    const event = chain.at(-1)?.event;
    expect(event).toMatchObject({
      type: "ProofShown",
      kind: "declaration",
      by: "declaration",
      messageId: expect.any(String),
    });
    expect(JSON.stringify(event)).not.toContain("Weber");
    expect(await sign(one)).toEqual({ ok: false, refusal: "proof_more_than_needed" });
  });

  it("is no way for anybody whom no law asks for it", async () => {
    const one = await asking(jonas);
    expect(await sign(one)).toEqual({ ok: false, refusal: "proof_more_than_needed" });
    const nobody = { ...one.person, proven: false };
    expect(await sign({ person: nobody })).toEqual({ ok: false, refusal: "not_found" });
  });
});
