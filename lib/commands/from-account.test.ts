import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccount, sealAccount, visitorFrom } from "@/lib/auth/account/proven-account";
import { personBehind } from "@/lib/auth/person";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { findPersonSession, startPersonSession } from "@/lib/db/person-sessions";
import type { ProvenAccount } from "@/lib/domain/account";
import { deliveryLevelNeeded } from "@/lib/domain/delivery";
import type { Filing } from "@/lib/domain/filing";
import { isUnproven, proofIsMissing } from "@/lib/domain/request-proofs";
import type { Relation } from "@/lib/domain/verification";
import { fileRequest } from "./file-request";
import { showSignIn } from "./show-sign-in";
import { aFiling, named, openDesk } from "./test-desk";
import { aFile } from "./test-walk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let organisation: Organisation;
const at = new Date("2026-12-04T10:00:00Z");
const minutes = (plus: number) => new Date(at.getTime() + plus * 60_000);

beforeAll(async () => {
  desk = await openDesk(at);
  organisation = desk.organisation;
});
afterAll(() => desk.close());

function newAccount(given: Partial<ProvenAccount> = {}): ProvenAccount {
  // A name of its own for each: namesakes are odd.
  const one = randomUUID().slice(0, 8);
  return { email: `robin.${one}@example.com`, name: `Robin Canary ${one}`, door: "hand_over", anew: true, ...given };
}

async function fileAs(account: ProvenAccount, given: Partial<Filing> = {}, filingKey: string = randomUUID(), now = at) {
  const visitor = visitorFrom(organisation, sealAccount(organisation, account, at), now);
  const person = { name: account.name ?? "", email: account.email };
  const filed = await fileRequest(visitor, { organisation, filing: aFiling({ person, ...given }), filingKey }, now);
  if (!filed.ok) throw new Error(filed.refusal);
  const { facts } = await desk.look(filed.id);
  const session = await inOrganisation(organisation.id, (scope) => findPersonSession(scope, filed.session, now));
  return { ...filed, facts, proven: session?.proven, letters: await lettersOf(filed.id) };
}

async function lettersOf(requestId: string): Promise<string[]> {
  const letters = await inOrganisation(organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId, audience: "person" } }),
  );
  return letters.map(({ kind }) => kind);
}
const kinds = (facts: { proofs: readonly { kind: string }[] }) => facts.proofs.map(({ kind }) => kind);

describe("W13: whoever comes from their account and asks with its address", () => {
  it.each(["hand_over", "sign_in"] as const)("(%s) has nothing to confirm and nothing more to show", async (door) => {
    const filed = await fileAs(newAccount({ door }));
    expect(filed.facts.state).toBe("open");
    expect(isUnproven(filed.facts)).toBe(false);
    expect(filed.proven).toBe(true);
    expect(filed.letters).toEqual(["received"]);
    const { chain } = await desk.look(filed.id);
    expect(chain.map(({ event }) => event)).toMatchObject([
      { type: "RequestReceived", fromAccount: true },
      { type: "ContactConfirmed", by: "account" },
      { type: "ProofShown", kind: "signed_in", by: door },
    ]);
  });
  it("nor is asked to confirm where a part of it starts without proof", async () => {
    const filed = await fileAs(newAccount(), { rights: ["marketing_objection", "access"] });
    expect([filed.letters, filed.proven, isUnproven(filed.facts)]).toEqual([["received"], true, false]);
  });
  it("sent twice it is one request, and both open it", async () => {
    const account = newAccount();
    const key = randomUUID();
    const [first, second] = [await fileAs(account, {}, key), await fileAs(account, {}, key)];
    expect([second.id, second.repeated, second.proven]).toEqual([first.id, true, true]);
    expect(kinds(second.facts)).toEqual(["contact_confirmed", "signed_in"]);
  });
  it("somebody else who sends the same again opens nothing", async () => {
    const account = newAccount();
    const key = randomUUID();
    const person = { name: account.name ?? "", email: account.email };
    await fileAs(account, {}, key);
    const again = await fileAs(newAccount(), { person }, key);
    expect([again.repeated, again.proven]).toEqual([true, false]);
  });
});

describe("what an account does not show", () => {
  it("another address: it is confirmed by a letter like any other", async () => {
    const person = { name: "Robin Canary", email: `other.${randomUUID().slice(0, 8)}@example.com` };
    const filed = await fileAs(newAccount(), { person });
    expect([filed.letters, filed.proven, kinds(filed.facts)]).toEqual([["confirm_address"], false, []]);
  });
  it.each(["agent", "guardian", "executor"] as Relation[])(
    "ATK-I4: anything about whom an asker (%s) asks for",
    async (relation) => {
      const filed = await fileAs(newAccount(), { relation });
      expect([filed.proven, kinds(filed.facts)]).toEqual([false, []]);
    },
  );
  it("anything after half an hour, at another organisation, or when it was changed", async () => {
    const sealed = sealAccount(organisation, newAccount(), at);
    expect(openAccount(organisation, sealed, minutes(29))).not.toBeNull();
    expect(openAccount(organisation, sealed, minutes(30))).toBeNull();
    expect(openAccount(named(desk.organisations, "ares"), sealed, at)).toBeNull();
    expect(openAccount(organisation, `${sealed.slice(0, -2)}AA`, at)).toBeNull();
    expect(openAccount(organisation, "", at)).toBeNull();
    expect(visitorFrom(organisation, null, at).account).toBeUndefined();
    const late = await fileAs(newAccount(), {}, randomUUID(), minutes(31));
    expect([late.letters, late.proven]).toEqual([["confirm_address"], false]);
  });
});

/** A confirmed request, and the browser in which it is open. */
async function opened() {
  const account = newAccount({ door: "sign_in" });
  const filed = await desk.file({ person: { name: account.name ?? "", email: account.email } });
  await desk.confirm(filed.id);
  const session = await inOrganisation(organisation.id, (scope) =>
    startPersonSession(scope, { requestId: filed.id, proven: true }, at),
  );
  return { ...filed, session, account };
}

describe("signing in anew to show that a request is one's own", () => {
  it("counts for the account with the request's own address, in that browser", async () => {
    const { id, person, session, account } = await opened();
    expect((await showSignIn(person, { organisation, session, account }, at)).ok).toBe(true);
    const { facts } = await desk.look(id);
    expect([kinds(facts), isUnproven(facts)]).toEqual([["contact_confirmed", "signed_in"], false]);
    const fresh = await inOrganisation(organisation.id, (scope) => findPersonSession(scope, session, at));
    expect(fresh?.fresh).toEqual(["signed_in"]);
  });
  it("V6.8.1: not for another one; the refusal says only that", async () => {
    const { id, person, session, account } = await opened();
    const another = { ...account, email: "kim.canary@example.com" };
    const refused = await showSignIn(person, { organisation, session, account: another }, at);
    expect(refused).toEqual({ ok: false, refusal: "account_other_address" });
    const fresh = await inOrganisation(organisation.id, (scope) => findPersonSession(scope, session, at));
    expect([kinds((await desk.look(id)).facts), fresh?.fresh]).toEqual([["contact_confirmed"], []]);
  });
  it("ATK-I4: not for an agent's own account", async () => {
    const filed = await desk.file({ relation: "agent" });
    await desk.confirm(filed.id);
    const account = newAccount({ email: filed.email, door: "sign_in" });
    const shown = await showSignIn(filed.person, { organisation, session: "", account }, at);
    expect(shown).toEqual({ ok: false, refusal: "account_other_address" });
  });
  it("ATK-E4: not where the browser holds no key to the request, or one of another organisation", async () => {
    const { person, session, account } = await opened();
    const unproven = { ...person, proven: false };
    const foreign = { ...person, organisationId: named(desk.organisations, "ares").id };
    for (const who of [unproven, foreign])
      expect(await showSignIn(who, { organisation, session, account }, at)).toEqual({
        ok: false,
        refusal: "not_found",
      });
  });
  it("opens an answer that lies ready, in this browser and for a while", async () => {
    const { id, person, session, account } = await opened();
    const handler = await desk.member("handler");
    const approver = await desk.member("approver");
    await showSignIn(person, { organisation, session, account }, at);
    await desk.step(handler, id, { step: "begin" });
    const file = aFile();
    const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
    await desk.step(handler, id, { step: "prepare", words: "Here it is.", outcomes, files: [file] });
    await desk.step(approver, id, { step: "release" });
    const later = minutes(60);
    const { facts } = await desk.look(id);
    expect(deliveryLevelNeeded(facts)).toBe(2);
    const collect = { step: "collect", fileId: file.id } as const;
    const stale = { ...person, fresh: [] };
    expect(await desk.step(stale, id, collect, later)).toEqual({ ok: false, refusal: "fresh_proof_missing" });
    const lasting = await inOrganisation(organisation.id, (scope) =>
      startPersonSession(scope, { requestId: id, proven: true }, later),
    );
    expect((await showSignIn(person, { organisation, session: lasting, account }, later)).ok).toBe(true);
    const { chain } = await desk.look(id);
    expect(chain.at(-1)?.event).toMatchObject({ type: "DeliveryProven", by: ["signed_in"], level: 2 });
    const back = await personBehind(organisation, lasting, later);
    if (!back) throw new Error("the browser is not known");
    expect((await desk.step(back, id, collect, later)).ok).toBe(true);
    // More is asked meanwhile: the sign-in is written down all the same, and the page leads to what is missing.
    const system = { kind: "system", organisationId: organisation.id, task: "risks" } as const;
    await desk.step(system, id, { step: "note_risks", signals: ["address_changed"] }, later);
    expect((await showSignIn(person, { organisation, session: lasting, account }, later)).ok).toBe(true);
    const raised = await desk.look(id);
    expect([raised.chain.at(-1)?.event.type, proofIsMissing(raised.facts)]).toEqual(["ProofShown", true]);
  });
});
