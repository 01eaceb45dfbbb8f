import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findPersonSession, startPersonSession } from "@/lib/db/person-sessions";
import type { PersonActor } from "@/lib/domain/actor";
import { deliveryDoor } from "@/lib/queries/delivery-door";
import { personRequest } from "@/lib/queries/person-request";
import { askDeliveryCode, giveDeliveryCode } from "./owe-delivery-code";
import { proveDelivery, type TypedCodes } from "./prove-delivery";
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
const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;

/** `kinds`: what the request was proven with; more than the address on file makes a code worth less. */
async function answered(kinds: readonly ("address_on_file" | "document_checked")[] = ["address_on_file"]) {
  const filed = await desk.file();
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  for (const kind of kinds) await desk.step(handler, filed.id, { step: "accept_proof", kind, words: "Seen." });
  const file = aFile();
  await desk.step(handler, filed.id, { step: "prepare", words: "Here it is.", outcomes, files: [file] });
  await desk.step(approver, filed.id, { step: "release" });
  return { ...filed, file };
}

function browser(requestId: string, now = desk.openedAt): Promise<string> {
  return inOrganisation(desk.organisation.id, (scope) => startPersonSession(scope, { requestId, proven: true }, now));
}

async function asIn(session: string, person: PersonActor, now: Date): Promise<PersonActor> {
  const found = await inOrganisation(desk.organisation.id, (scope) => findPersonSession(scope, session, now));
  return { ...person, fresh: found?.fresh ?? [], session: found?.id };
}

async function code(person: PersonActor, now = desk.openedAt): Promise<string> {
  await askDeliveryCode(person, { organisation: desk.organisation }, now);
  return (await desk.mailbox(person.requestId, desk.organisation, "delivery_code")).code;
}

function prove(person: PersonActor, session: string, typed: TypedCodes, now = desk.openedAt) {
  return proveDelivery(person, { organisation: desk.organisation, session, typed }, now);
}

async function opens(person: PersonActor, session: string, reference: string, now: Date) {
  const seen = await personRequest(
    await asIn(session, person, now),
    { organisation: desk.organisation, reference },
    now,
  );
  return seen?.answer?.opens;
}

const wrong = { ok: false, refusal: "wrong_code" } as const;

describe("ATK-U7: an answer opens to whoever shows anew that it is them", () => {
  it("with the code of the letter, in that browser, for fifteen minutes", async () => {
    const { person, id, reference, file } = await answered();
    const [mine, theirs] = [await browser(id), await browser(id)];
    expect(await opens(person, mine, reference, at(0))).toBe(false);
    const typed = { code: await code(person) };
    expect(await prove(person, mine, typed)).toEqual({ ok: true, level: 2, needed: 2 });
    expect(await opens(person, mine, reference, at(900))).toBe(true);
    expect(await opens(person, mine, reference, at(901))).toBe(false);
    expect(await opens(person, theirs, reference, at(1))).toBe(false);
    const collect = { step: "collect", fileId: file.id } as const;
    expect(await desk.step(await asIn(theirs, person, at(1)), id, collect, at(1))).toMatchObject({
      refusal: "fresh_proof_missing",
    });
    expect(await desk.step(await asIn(mine, person, at(1)), id, collect, at(1))).toMatchObject({ ok: true });
  });

  it("ATK-R3: proof that ended between the look and the act is refused when it is acted on", async () => {
    const { person, id, file } = await answered();
    const mine = await browser(id);
    await prove(person, mine, { code: await code(person) });
    const looked = await asIn(mine, person, at(899));
    expect(looked.fresh).toEqual(["code"]);
    const collect = { step: "collect", fileId: file.id } as const;
    expect(await desk.step(looked, id, collect, at(901))).toEqual({ ok: false, refusal: "fresh_proof_missing" });
  });

  it("a session that claims to be another's opens nothing", async () => {
    const { person, id, file } = await answered();
    const [mine, theirs] = [await browser(id), await browser(id)];
    await prove(person, mine, { code: await code(person) });
    const forged = { ...(await asIn(theirs, person, at(1))), fresh: ["code"] as const };
    expect(await desk.step(forged, id, { step: "collect", fileId: file.id }, at(1))).toMatchObject({ ok: false });
  });
});

describe("ATK-M5: a code opens one door, once", () => {
  it("is used up by the first of two that type it at the same moment", async () => {
    const { person, id } = await answered();
    const [one, other] = [await browser(id), await browser(id)];
    const typed = { code: await code(person) };
    const both = await Promise.all([prove(person, one, typed), prove(person, other, typed)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prove(person, one, typed, at(1))).toEqual(wrong);
  });

  it("is over after ten minutes, to the second, and after five misses", async () => {
    const { person, id } = await answered();
    const mine = await browser(id);
    const late = await code(person);
    expect(await prove(person, mine, { code: late }, at(601))).toEqual(wrong);
    const fresh = await code(person, at(700));
    const other = fresh === "00000000" ? "00000001" : "00000000";
    for (let miss = 0; miss < 5; miss += 1) expect(await prove(person, mine, { code: other }, at(701))).toEqual(wrong);
    expect(await prove(person, mine, { code: fresh }, at(702))).toEqual(wrong);
    // Another code can be had at once.
    expect(await prove(person, mine, { code: await code(person, at(703)) }, at(704))).toMatchObject({ ok: true });
  });

  it("opens no session, and a link to the page proves no delivery", async () => {
    const { person, id, reference } = await answered();
    const mine = await browser(id);
    const { organisation } = desk;
    const visitor = { kind: "visitor", organisationId: organisation.id } as const;
    const delivering = await code(person);
    const byCode = { by: "code", reference, code: delivering } as const;
    expect(await redeemChallenge(visitor, { organisation, presented: byCode }, at(1))).toEqual(wrong);
    const { token } = await desk.mailbox(id, organisation, "delivery_code");
    const byLink = await pressedHere(organisation, token);
    expect(await redeemChallenge(visitor, { organisation, presented: byLink }, at(1))).toMatchObject({ ok: false });
    const ready = await desk.mailbox(id, organisation, "answer_ready");
    expect(await prove(person, mine, { code: ready.code }, at(1))).toEqual(wrong);
    expect(await prove(person, mine, { deskCode: delivering }, at(1))).toEqual(wrong);
  });

  it("of one request opens no other, and nothing at another organisation", async () => {
    const [one, other] = [await answered(), await answered()];
    const typed = { code: await code(one.person) };
    expect(await prove(other.person, await browser(other.id), typed)).toEqual(wrong);
    // A browser with the key to another request is no browser of this one.
    expect(await prove(one.person, await browser(other.id), typed)).toMatchObject({ ok: false });
    const ares = named(desk.organisations, "ares");
    const stranger = { ...one.person, organisationId: ares.id };
    expect(await prove(stranger, await browser(one.id), typed)).toEqual({ ok: false, refusal: "not_found" });
  });

  it("is sent five times an hour, and pressed twice it is one letter", async () => {
    const { person, id } = await answered();
    const { organisation } = desk;
    const sent = () =>
      inOrganisation(organisation.id, ({ tx }) => tx.letter.count({ where: { requestId: id, kind: "delivery_code" } }));
    await Promise.all([0, 1].map(() => askDeliveryCode(person, { organisation }, at(0))));
    expect(await sent()).toBe(1);
    for (const turn of [1, 2, 3, 4]) await askDeliveryCode(person, { organisation }, at(turn * 30));
    expect(await askDeliveryCode(person, { organisation }, at(200))).toEqual({ ok: false, refusal: "too_many" });
    expect(await sent()).toBe(5);
  });
});

describe("ATK-I2: where a mailbox is not enough, a second sign is needed", () => {
  const told = (reference: string, now = desk.openedAt) =>
    giveDeliveryCode(handler, { organisation: desk.organisation, reference }, now);

  it("a code by mail and one that staff told together open the answer; neither does alone", async () => {
    const { person, id, reference } = await answered(["document_checked"]);
    const mine = await browser(id);
    const given = await told(reference);
    if (!given.ok) throw new Error(given.refusal);
    expect(await prove(person, mine, { deskCode: given.code })).toEqual({ ok: true, level: 0, needed: 2 });
    expect(await opens(person, mine, reference, at(1))).toBe(false);
    expect(await prove(person, mine, { code: await code(person) }, at(2))).toMatchObject({ level: 3 });
    expect(await opens(person, mine, reference, at(3))).toBe(true);
  });

  it("the door says what is still missing", async () => {
    const { person, id } = await answered(["document_checked"]);
    const mine = await browser(id);
    const { organisation } = desk;
    const door = async (now: Date) => deliveryDoor(await asIn(mine, person, now), { organisation }, now);
    expect(await door(at(0))).toMatchObject({ open: false, needed: 2, codeIsEnough: false, codeAsked: false });
    const typed = { code: await code(person) };
    expect(await door(at(1))).toMatchObject({ codeAsked: true });
    await prove(person, mine, typed, at(2));
    expect(await door(at(3))).toMatchObject({ open: false, fresh: ["code"], codeAsked: false, enough: false });
  });

  it("is made by a handler, is worth nothing after the next one, and stands in the record", async () => {
    const { person, id, reference } = await answered(["document_checked"]);
    const { organisation } = desk;
    expect(await giveDeliveryCode(approver, { organisation, reference }, at(0))).toMatchObject({ ok: false });
    const [first, second] = [await told(reference), await told(reference, at(1))];
    if (!first.ok || !second.ok) throw new Error("no code");
    const mine = await browser(id);
    if (first.code !== second.code) expect(await prove(person, mine, { deskCode: first.code }, at(2))).toEqual(wrong);
    expect(await prove(person, mine, { deskCode: second.code }, at(3))).toMatchObject({ ok: true });
    const { chain } = await desk.look(id);
    expect(chain.filter(({ event }) => event.type === "DeliveryCodeGiven").map(({ actorId }) => actorId)).toEqual([
      handler.staffId,
      handler.staffId,
    ]);
    expect(JSON.stringify(chain)).not.toContain(second.code);
  });
});
