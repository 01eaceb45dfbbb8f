import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letterAddress } from "@/lib/db/letter-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findPersonSession, startPersonSession } from "@/lib/db/person-sessions";
import { personOf } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { deliveryDoor } from "@/lib/queries/delivery-door";
import { releasedFile } from "@/lib/queries/person-file";
import { personRequest } from "@/lib/queries/person-request";
import { askAddressChange, stopAddressChange } from "./ask-address-change";
import { confirmNewAddress } from "./confirm-new-address";
import { askDeliveryCode } from "./owe-delivery-code";
import { redeemChallenge } from "./redeem-challenge";
import { named, openDesk } from "./test-desk";
import { pressedHere } from "./test-press";
import { aFile } from "./test-walk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: Awaited<ReturnType<typeof desk.member>>;
let approver: typeof handler;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
  approver = await desk.member("approver");
});
afterAll(() => desk?.close());

const at = (seconds: number) => new Date(desk.openedAt.getTime() + seconds * 1000);
const visitor = () => ({ kind: "visitor", organisationId: desk.organisation.id }) as const;
const granted = [{ right: "access", outcome: "granted", ground: null }] as const;

async function proven() {
  const filed = await desk.file();
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  await desk.step(handler, filed.id, { step: "accept_proof", kind: "address_on_file", words: "It is." });
  return filed;
}

async function prepared() {
  const filed = await proven();
  const file = aFile();
  const change = { step: "prepare", words: "Here it is.", outcomes: granted, files: [file] } as const;
  await desk.step(handler, filed.id, change);
  return { ...filed, file };
}

async function answered() {
  const filed = await prepared();
  await desk.step(approver, filed.id, { step: "release" });
  return filed;
}

function ask(person: PersonActor, address: string, now = desk.openedAt) {
  return askAddressChange(person, { organisation: desk.organisation, address }, now);
}

/** The link in the letter to the new address, after everything that waited has left. */
async function linkOf(id: string, now = desk.openedAt): Promise<string> {
  const { token } = await desk.mailbox(id, desk.organisation, "confirm_new_address");
  await desk.deliver(id, now);
  return token;
}

async function use(token: string, now = desk.openedAt, organisation = desk.organisation) {
  const somebody = { kind: "visitor", organisationId: organisation.id } as const;
  return confirmNewAddress(somebody, { organisation, ...(await pressedHere(organisation, token)) }, now);
}

async function letters(id: string, kind: string) {
  const stored = await desk.look(id);
  const rows = await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId: id, kind }, orderBy: { queuedAt: "asc" } }),
  );
  return rows.map((row) => letterAddress(stored, row) ?? personOf(stored)?.email);
}

describe("ATK-I3: changing the address", () => {
  it("nothing changes before the new address is confirmed, and the old one is told at once", async () => {
    const filed = await proven();
    expect(await ask(filed.person, "New.Box@Example.com")).toEqual({ ok: true });
    const stored = await desk.look(filed.id);
    expect(personOf(stored)?.email).toBe(filed.email);
    expect(stored.facts.proofs.map(({ kind }) => kind)).toEqual(["contact_confirmed", "address_on_file"]);
    expect(await letters(filed.id, "address_change_asked")).toEqual([filed.email]);
    expect(await letters(filed.id, "confirm_new_address")).toEqual(["new.box@example.com"]);
  });

  it("confirmed: letters go there, proof begins anew, the old address is told again, and one match is not enough", async () => {
    const filed = await proven();
    await ask(filed.person, "next@example.com");
    const confirmed = await use(await linkOf(filed.id), at(60));
    expect(confirmed).toMatchObject({ ok: true, reference: filed.reference });
    const { facts, row, chain, ...stored } = await desk.look(filed.id);
    expect(personOf({ ...stored, row })?.email).toBe("next@example.com");
    expect(facts.proofs.map(({ kind }) => kind)).toEqual(["contact_confirmed"]);
    expect(facts.signals).toContain("address_changed");
    expect(facts.rights[0]?.ways?.some((way) => way.length === 1 && way[0] === "data_points_matched")).toBe(false);
    expect(await letters(filed.id, "address_changed")).toEqual([filed.email]);
    expect(chain.map(({ event }) => event.type).slice(-2)).toEqual(["AddressChanged", "RisksNoted"]);
  });

  it("a prepared answer cannot be released before the request is proven again", async () => {
    const filed = await prepared();
    await ask(filed.person, "prepared@example.com");
    await use(await linkOf(filed.id));
    expect(await desk.step(approver, filed.id, { step: "release" })).toEqual({ ok: false, refusal: "proof_missing" });
  });

  it("a released answer closes: neither words nor file nor code, until it is proven again", async () => {
    const filed = await answered();
    const before = await desk.showAnew(filed.person);
    await ask(filed.person, "released@example.com");
    const confirmed = await use(await linkOf(filed.id), at(60));
    if (!confirmed.ok) throw new Error(confirmed.refusal);
    const { organisation } = desk;
    const { reference } = filed;
    for (const person of [before, filed.person]) {
      const seen = await personRequest(person, { organisation, reference }, at(61));
      expect(seen?.answer).toMatchObject({ opens: false, words: "", files: [], waiting: 1 });
      expect(await desk.step(person, filed.id, { step: "collect", fileId: filed.file.id }, at(61))).toEqual({
        ok: false,
        refusal: "proof_missing",
      });
    }
    expect(await askDeliveryCode(filed.person, { organisation }, at(61))).toEqual({
      ok: false,
      refusal: "proof_missing",
    });
    expect(await deliveryDoor(filed.person, { organisation }, at(61))).toMatchObject({ open: false, lostProof: true });
    expect(await releasedFile(filed.person, { organisation, reference, fileId: filed.file.id })).not.toBeNull();
    // Never a dead end: a second member of staff who checks again opens the way again.
    const colleague = await desk.member("handler");
    for (const kind of ["document_checked", "data_points_matched"] as const) {
      const accept = { step: "accept_proof", kind, words: "Seen." } as const;
      expect(await desk.step(colleague, filed.id, accept, at(62))).toMatchObject({ ok: true });
    }
    expect(await askDeliveryCode(filed.person, { organisation }, at(63))).toEqual({ ok: true });
  });

  it("every other browser and every older link ends; the new one stays", async () => {
    const filed = await proven();
    const { id, organisation } = { ...filed, organisation: desk.organisation };
    const start = () =>
      inOrganisation(organisation.id, (scope) => startPersonSession(scope, { requestId: id, proven: true }, at(0)));
    const old = await start();
    const { token: link } = await desk.mailbox(id, organisation, "received");
    await ask(filed.person, "sessions@example.com", at(1));
    const confirmed = await use(await linkOf(id, at(2)), at(60));
    if (!confirmed.ok) throw new Error(confirmed.refusal);
    const live = (token: string) => inOrganisation(organisation.id, (scope) => findPersonSession(scope, token, at(61)));
    expect(await live(old)).toBeNull();
    expect(await live(confirmed.session)).toMatchObject({ proven: true, fresh: [] });
    const presented = await pressedHere(organisation, link);
    const dead = { ok: false, refusal: "link_dead" };
    expect(await redeemChallenge(visitor(), { organisation, presented }, at(61))).toEqual(dead);
  });

  it("ATK-M5: the link opens one door, once, at one organisation, in its time", async () => {
    const filed = await proven();
    await ask(filed.person, "once@example.com");
    const token = await linkOf(filed.id);
    const dead = { ok: false, refusal: "link_dead" } as const;
    expect(await use(token, at(7 * 86_400))).toEqual(dead);
    expect(await use(`${token.slice(0, -1)}_`)).toEqual(dead);
    expect(await use(token, desk.openedAt, named(desk.organisations, "ares"))).toEqual(dead);
    const { organisation } = desk;
    expect(
      await redeemChallenge(visitor(), { organisation, presented: await pressedHere(organisation, token) }, at(1)),
    ).toEqual(dead);
    const both = await Promise.all([use(token, at(2)), use(token, at(2))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await use(token, at(3))).toEqual(dead);
  });

  it("a link to the request's page confirms no address", async () => {
    const filed = await proven();
    await ask(filed.person, "purpose@example.com");
    const { token } = await desk.mailbox(filed.id, desk.organisation, "received");
    expect(await use(token)).toEqual({ ok: false, refusal: "link_dead" });
  });

  it("the change does not outrun the warning to the address of before", async () => {
    const filed = await proven();
    await ask(filed.person, "fast@example.com");
    const { token } = await desk.mailbox(filed.id, desk.organisation, "confirm_new_address");
    expect(await use(token)).toEqual({ ok: false, refusal: "old_address_first" });
    await desk.deliver(filed.id);
    expect(await use(token)).toMatchObject({ ok: true });
  });

  it("stopped: the link is dead, and other browsers have to come anew", async () => {
    const filed = await proven();
    await ask(filed.person, "stopped@example.com");
    const token = await linkOf(filed.id);
    const { organisation } = desk;
    const start = () =>
      inOrganisation(organisation.id, (scope) =>
        startPersonSession(scope, { requestId: filed.id, proven: true }, at(0)),
      );
    const [mine, theirs] = [await start(), await start()];
    expect(await stopAddressChange(filed.person, { organisation, session: mine }, at(1))).toEqual({ ok: true });
    expect(await use(token, at(2))).toEqual({ ok: false, refusal: "link_dead" });
    const live = (session: string) =>
      inOrganisation(organisation.id, (scope) => findPersonSession(scope, session, at(2)));
    expect(await live(mine)).not.toBeNull();
    expect(await live(theirs)).toBeNull();
    expect(await stopAddressChange(filed.person, { organisation, session: mine }, at(3))).toMatchObject({ ok: false });
    expect((await desk.look(filed.id)).facts.addressChange).toBeNull();
  });

  it("a later asking takes the place of an earlier one, and three a day are enough", async () => {
    const filed = await proven();
    await ask(filed.person, "one@example.com", at(0));
    const first = await linkOf(filed.id, at(0));
    await ask(filed.person, "two@example.com", at(1));
    await desk.deliver(filed.id, at(1));
    expect(await use(first, at(2))).toEqual({ ok: false, refusal: "link_dead" });
    expect(await ask(filed.person, "three@example.com", at(3))).toEqual({ ok: true });
    expect(await ask(filed.person, "four@example.com", at(4))).toEqual({ ok: false, refusal: "too_many" });
  });

  it("ATK-M1, ATK-M2: what is not one plain address is refused before anything is written; a known one is like any", async () => {
    const filed = await proven();
    const version = (await desk.look(filed.id)).facts.version;
    for (const odd of [
      '"a b"@example.com',
      "a@example.com,b@example.com",
      "a@example.com\r\nBcc: b@example.com",
      "-oQqueue@example.com",
      "a@[127.0.0.1]",
      "vıctim@example.com",
      "a@localhost",
    ])
      expect([odd, await ask(filed.person, odd)]).toEqual([odd, { ok: false, refusal: "address_unclear" }]);
    expect(await ask(filed.person, ` ${filed.email.toUpperCase()} `)).toEqual({ ok: false, refusal: "same_address" });
    expect((await desk.look(filed.id)).facts.version).toBe(version);
    const known = await proven();
    expect(await ask(filed.person, known.email)).toEqual({ ok: true });
  });

  it("whoever has not confirmed an address changes none, and no other organisation's", async () => {
    const filed = await proven();
    expect(await ask({ ...filed.person, proven: false }, "x@example.com")).toEqual({ ok: false, refusal: "not_found" });
    const ares = named(desk.organisations, "ares");
    expect(await ask({ ...filed.person, organisationId: ares.id }, "x@example.com")).toMatchObject({ ok: false });
  });
});
