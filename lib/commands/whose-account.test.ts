import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealAccount, visitorFrom } from "@/lib/auth/account/proven-account";
import { fileMatcher } from "@/lib/connectors/file-matcher";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { findPersonSession } from "@/lib/db/person-sessions";
import type { ProvenAccount } from "@/lib/domain/account";
import type { Filing } from "@/lib/domain/filing";
import type { Matcher } from "@/lib/domain/matching";
import { isUnproven, kindsHeldBy } from "@/lib/domain/request-proofs";
import { askAddressChange } from "./ask-address-change";
import { confirmNewAddress } from "./confirm-new-address";
import { fileRequest } from "./file-request";
import type { NameLookUp } from "./name-on-file";
import { showSignIn } from "./show-sign-in";
import { aFiling, openDesk } from "./test-desk";
import { pressedHere } from "./test-press";
import { aFile } from "./test-walk";

// Mallory has an account here like anybody else, asks under the victim's name, and signs in to what is hers.
let desk: Awaited<ReturnType<typeof openDesk>>;
let organisation: Organisation;
const at = new Date("2026-12-04T10:00:00Z");
const victim = "Vera Victim";
const otherPerson = { ok: false, refusal: "account_other_person" };

beforeAll(async () => {
  desk = await openDesk(at);
  organisation = desk.organisation;
});
afterAll(() => desk.close());

function hers(given: Partial<ProvenAccount> = {}): ProvenAccount {
  const email = `mallory.${randomUUID().slice(0, 8)}@example.com`;
  return { email, name: "Mallory Example", door: "sign_in", anew: true, ...given };
}

async function fileWith(
  account: ProvenAccount,
  given: { person?: Partial<Filing["person"]>; relation?: Filing["relation"]; lookUp?: NameLookUp } = {},
  filingKey: string = randomUUID(),
) {
  const visitor = visitorFrom(organisation, sealAccount(organisation, account, at), at);
  const person = { name: victim, email: account.email, ...given.person };
  const filing = aFiling({ person, relation: given.relation ?? "self" });
  const filed = await fileRequest(visitor, { organisation, filing, filingKey, lookUp: given.lookUp }, at);
  if (!filed.ok) throw new Error(filed.refusal);
  const browser = await inOrganisation(organisation.id, (scope) => findPersonSession(scope, filed.session, at));
  const actor = { kind: "person", organisationId: organisation.id, requestId: filed.id, proven: true } as const;
  const { chain, facts } = await desk.look(filed.id);
  return { ...filed, actor, chain, facts, held: kindsHeldBy(facts), proven: browser?.proven };
}
const heldBy = async (id: string) => kindsHeldBy((await desk.look(id)).facts);

function source(answer: Matcher): NameLookUp & { asked: number; away: unknown[] } {
  const told: NameLookUp & { asked: number; away: unknown[] } = {
    asked: 0,
    away: [],
    matcher: (question, now) => {
      told.asked += 1;
      return answer(question, now);
    },
    onAway: (fault) => told.away.push(fault),
  };
  return told;
}
const knows = (name: string, email: string): Matcher => {
  return async (question) => ({ matched: 0, addressOnFile: question.name === name && question.email === email });
};

describe("ATK-I4: Mallory's account proves nothing for the victim's name, by whichever door", () => {
  it.each([
    ["a hand-over", "hand_over", "self"],
    ["a hand-over, as a helper", "hand_over", "helper"],
    ["a sign-in first", "sign_in", "self"],
    ["a sign-in first, as a helper", "sign_in", "helper"],
  ] as const)(
    "filing after %s: her mailbox is confirmed, and all the proof is still missing",
    async (_, door, relation) => {
      const filed = await fileWith(hers({ door }), { relation });
      expect([filed.held, filed.proven, isUnproven(filed.facts)]).toEqual([["contact_confirmed"], true, true]);
      expect(filed.chain.map(({ event }) => event.type)).toEqual(["RequestReceived", "ContactConfirmed"]);
      expect(filed.facts.state).toBe("open");
    },
  );
  it("a sign-in later, to prove", async () => {
    const account = hers();
    const { id, actor, session } = await fileWith(account);
    expect(await showSignIn(actor, { organisation, session, account }, at)).toEqual(otherPerson);
    expect(await heldBy(id)).toEqual(["contact_confirmed"]);
    const browser = await inOrganisation(organisation.id, (scope) => findPersonSession(scope, session, at));
    expect(browser?.fresh).toEqual([]);
  });
  it("ATK-I5: a sign-in to open an answer that others' proof released", async () => {
    const account = hers();
    // Namesakes are odd, and would need more proof than this.
    const name = `${victim} ${randomUUID().slice(0, 8)}`;
    const { id, actor, session } = await fileWith(account, { person: { name } });
    const [handler, approver] = [await desk.member("handler"), await desk.member("approver")];
    await desk.step(handler, id, { step: "begin" });
    await desk.step(handler, id, { step: "accept_proof", kind: "data_points_matched", words: "On the telephone." });
    const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
    const file = aFile();
    await desk.step(handler, id, { step: "prepare", words: "Here it is.", outcomes, files: [file] });
    expect((await desk.step(approver, id, { step: "release" })).ok).toBe(true);
    expect(await showSignIn(actor, { organisation, session, account }, at)).toEqual(otherPerson);
    const { chain } = await desk.look(id);
    expect(chain.map(({ event }) => event.type)).not.toContain("DeliveryProven");
    const collect = { step: "collect", fileId: file.id } as const;
    expect(await desk.step(actor, id, collect)).toEqual({ ok: false, refusal: "fresh_proof_missing" });
  });
  it("ATK-I8: nor where she names the victim's address as the known one, with the victim's very name in her account", async () => {
    const account = hers({ name: victim });
    const { id, actor, session, held } = await fileWith(account, { person: { knownEmail: "vera@example.com" } });
    expect(held).toEqual(["contact_confirmed"]);
    expect(await showSignIn(actor, { organisation, session, account }, at)).toEqual(otherPerson);
    expect(await heldBy(id)).toEqual(["contact_confirmed"]);
  });
  it("sent once more with her account after its owner's, the request stays what it was", async () => {
    const key = randomUUID();
    const account = hers();
    await fileWith(account, {}, key);
    const again = await fileWith({ ...account, name: victim }, {}, key);
    expect([again.repeated, again.proven, again.held]).toEqual([true, true, ["contact_confirmed"]]);
  });
});

describe("ATK-I3: an account whose address the request no longer has", () => {
  it("opens nothing when the same is sent again", async () => {
    const [account, key] = [hers({ name: victim }), randomUUID()];
    const { id, actor } = await fileWith(account, {}, key);
    await desk.deliver(id);
    const address = `vera.${randomUUID().slice(0, 8)}@example.com`;
    expect((await askAddressChange(actor, { organisation, address }, at)).ok).toBe(true);
    const { token } = await desk.mailbox(id, organisation, "confirm_new_address");
    await desk.deliver(id);
    const visitor = { kind: "visitor", organisationId: organisation.id } as const;
    expect(
      (await confirmNewAddress(visitor, { organisation, ...(await pressedHere(organisation, token)) }, at)).ok,
    ).toBe(true);
    const again = await fileWith(account, {}, key);
    expect([again.held, again.repeated, again.proven]).toEqual([["contact_confirmed"], true, false]);
  });
});

describe("ATK-I5, 11 CCR §7061(a): an account that was left open shows whose mailbox it is", () => {
  it("and not who sits there: one more sign-in shows that", async () => {
    const account = hers({ name: victim, anew: false, door: "hand_over" });
    const { id, actor, session, held, proven } = await fileWith(account);
    expect([held, proven]).toEqual([["contact_confirmed"], true]);
    const anew = { ...account, anew: true, door: "sign_in" } as const;
    expect((await showSignIn(actor, { organisation, session, account: anew }, at)).ok).toBe(true);
    expect(await heldBy(id)).toEqual(["contact_confirmed", "signed_in"]);
  });
});

describe("an account that tells no name", () => {
  it("shows who it is where the organisation knows its address under the name of the request", async () => {
    const account = hers({ name: null });
    const lookUp = source(knows(victim, account.email));
    expect((await fileWith(account, { lookUp })).held).toEqual(["contact_confirmed", "signed_in"]);
    expect(lookUp.asked).toBe(1);
  });
  it("ATK-I4: shows its mailbox where the organisation does not, has no source, or the source is away", async () => {
    const unknown = source(fileMatcher("examples/matching/aimarkos.csv", ["customer_number"]));
    const away = source(() => Promise.reject(new Error("away")));
    for (const lookUp of [unknown, away, undefined]) {
      const account = hers({ name: null });
      const { held, actor, session } = await fileWith(account, { lookUp, person: { name: "Jonas Weber" } });
      expect(held).toEqual(["contact_confirmed"]);
      expect(await showSignIn(actor, { organisation, session, account, lookUp }, at)).toEqual(otherPerson);
    }
    expect([unknown.asked, away.asked, away.away.length]).toEqual([2, 2, 2]);
  });
  it("later, to prove: the same", async () => {
    const account = hers({ name: null });
    const { id, actor, session } = await fileWith(account);
    const lookUp = source(knows(victim, account.email));
    expect((await showSignIn(actor, { organisation, session, account, lookUp }, at)).ok).toBe(true);
    expect(await heldBy(id)).toEqual(["contact_confirmed", "signed_in"]);
  });
  it("ATK-I1: nobody is asked about where the account tells a name", async () => {
    const lookUp = source(() => Promise.reject(new Error("asked")));
    await fileWith(hers(), { lookUp });
    await fileWith(hers({ name: victim }), { lookUp });
    await fileWith(hers({ name: null }), { lookUp, relation: "agent" });
    expect(lookUp.asked).toBe(0);
  });
});
