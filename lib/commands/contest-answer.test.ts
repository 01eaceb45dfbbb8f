import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Filing } from "@/lib/domain/filing";
import { foldRequest } from "@/lib/domain/request";
import { contestedAt, granted, refused } from "./test-contested";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const contested = (filing: Partial<Filing>, filedOn: string) => contestedAt(desk, filing, filedOn);
const appeal = { step: "contest", contest: "appeal", words: "You overlooked my account." } as const;
const complaint = { step: "contest", contest: "complaint", words: "Nobody called back." } as const;

// [place, filed and refused, the appeal arrives, law.md's own vector for the last day]
describe.each([
  ["Va. Code §59.1-577(C)", "VA", "2027-12-01", "2028-01-03", "2028-03-03"],
  ["C.R.S. 6-1-1306(3)", "CO", "2026-07-20", "2026-08-05", "2026-09-21"],
  ["Conn. Gen. Stat. §42-518(d)", "CT", "2026-01-20", "2026-02-05", "2026-04-06"],
  ["Tex. Bus. & Com. Code 541.053", "TX", "2026-02-10", "2026-03-02", "2026-05-01"],
])("%s: filed, refused, appealed", (_, region, filedOn, appealedOn, dueOn) => {
  it("has the statute's day, the person's letter in the same transaction, and a decision by other eyes", async () => {
    const it = await contested({ country: "US", region }, filedOn);
    await it.step(it.handler, { step: "begin" }, filedOn);
    expect(await it.step(it.person, appeal, filedOn)).toEqual({ ok: false, refusal: "nothing_to_contest" });
    expect(await it.answer(refused, filedOn)).toMatchObject({ ok: true });
    expect((await it.page(appealedOn))?.offers.map(({ kind }) => kind)).toEqual(["appeal"]);
    expect(await it.step(it.person, appeal, appealedOn)).toMatchObject({ ok: true });
    expect(await it.step(it.person, appeal, appealedOn)).toEqual({ ok: false, refusal: "contest_open" });
    const { row, facts, chain } = await it.look();
    expect([row.state, row.contest, row.contestDueOn?.toISOString().slice(0, 10)]).toEqual([
      "answered",
      "appeal",
      dueOn,
    ]);
    expect(foldRequest(chain)).toEqual(facts);
    const letters = await inOrganisation(it.organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { requestId: it.id } }),
    );
    expect(letters.map(({ kind }) => kind)).toContain("contest_received");
    const deny = { step: "decide_contest", contest: "appeal", outcome: "denied", words: "We looked again." } as const;
    expect(await it.step(it.handler, deny, appealedOn)).toEqual({ ok: false, refusal: "not_your_role" });
    expect(await it.step(it.approver, deny, appealedOn)).toEqual({ ok: false, refusal: "contest_other_eyes" });
    expect(await it.step(it.dpo, { ...deny, outcome: "granted" }, appealedOn)).toEqual({
      ok: false,
      refusal: "reverse_instead",
    });
    expect(await it.step(it.dpo, deny, appealedOn)).toMatchObject({ ok: true });
    expect(await it.step(it.person, appeal, appealedOn)).toEqual({ ok: false, refusal: "nothing_to_contest" });
    expect((await it.look()).row).toMatchObject({ state: "answered", contest: null, contestDueOn: null });
  });
});

it("C.R.S. 6-1-1306(3)(b): sixty more days once, told inside the first 45; Virginia knows none", async () => {
  const co = await contested({ country: "US", region: "CO" }, "2026-07-20");
  await co.step(co.handler, { step: "begin" }, "2026-07-20");
  await co.answer(refused, "2026-07-20");
  await co.step(co.person, appeal, "2026-08-05");
  const longer = { step: "extend_contest", contest: "appeal", words: "Three systems." } as const;
  expect(await co.step(co.handler, longer, "2026-09-22")).toEqual({ ok: false, refusal: "extension_too_late" });
  expect(await co.step(co.handler, longer, "2026-09-18")).toMatchObject({ ok: true });
  expect((await co.look()).chain.at(-1)?.event).toMatchObject({ from: "2026-09-21", to: "2026-11-18" });
  expect(await co.step(co.handler, longer, "2026-09-18")).toEqual({ ok: false, refusal: "already_extended" });
  const va = await contested({ country: "US", region: "VA" }, "2026-07-20");
  await va.step(va.handler, { step: "begin" }, "2026-07-20");
  await va.answer(refused, "2026-07-20");
  await va.step(va.person, appeal, "2026-08-05");
  expect(await va.step(va.handler, longer, "2026-08-06")).toEqual({ ok: false, refusal: "no_extension_in_law" });
});

it("DPA 2018 s.164A: a complaint at any time; the letter that left is the acknowledgement within 30 days", async () => {
  const uk = await contested({ country: "GB" }, "2026-07-01");
  expect(await uk.step(uk.person, complaint, "2026-07-01")).toMatchObject({ ok: true });
  expect((await uk.look()).row.contestDueOn?.toISOString().slice(0, 10)).toBe("2026-07-31");
  await uk.step(uk.handler, { step: "acknowledge_contest", contest: "complaint" }, "2026-07-02");
  const { row, facts } = await uk.look();
  expect([row.contest, row.contestDueOn?.toISOString().slice(0, 10), facts.contests[0]?.acknowledgedOn]).toEqual([
    "complaint",
    "2026-07-31",
    "2026-07-02",
  ]);
  const again = await uk.step(uk.handler, { step: "acknowledge_contest", contest: "complaint" }, "2026-07-03");
  expect(again).toEqual({ ok: false, refusal: "already_done" });
  const right = { step: "decide_contest", contest: "complaint", outcome: "granted", words: "Sorry." } as const;
  expect(await uk.step(uk.dpo, right, "2026-07-10")).toMatchObject({ ok: true });
  await uk.step(uk.person, { step: "withdraw" }, "2026-07-11");
  expect(await uk.step(uk.person, complaint, "2026-07-12")).toMatchObject({ ok: true });
});

it("ATK-I: a reversed answer opens no more, and the new one needs the proof that any answer needs", async () => {
  const va = await contested({ country: "US", region: "VA" }, "2026-07-20");
  await va.step(va.handler, { step: "begin" }, "2026-07-20");
  await va.answer(refused, "2026-07-20");
  expect((await va.page("2026-07-20"))?.answer?.words).toBe("SECRET answer.");
  await va.step(va.person, appeal, "2026-08-05");
  const reverse = { step: "reverse_answer", contest: "appeal", words: "You are right." } as const;
  expect(await va.step(va.approver, reverse, "2026-08-06")).toEqual({ ok: false, refusal: "contest_other_eyes" });
  expect(await va.step(va.dpo, reverse, "2026-08-06")).toMatchObject({ ok: true });
  const { row, facts } = await va.look();
  expect([row.state, row.dueOn?.toISOString().slice(0, 10), facts.outcomes]).toEqual(["in_progress", "2026-10-04", []]);
  expect((await va.page("2026-08-06"))?.answer).toBeNull();
  const prepare = { step: "prepare", words: "All of it.", outcomes: granted, files: [] } as const;
  expect(await va.step(va.handler, prepare, "2026-08-06")).toEqual({ ok: false, refusal: "proof_missing" });
  const onFile = { step: "accept_proof", kind: "address_on_file", words: "It is." } as const;
  await va.step(va.handler, onFile, "2026-08-06");
  expect(await va.step(va.handler, prepare, "2026-08-06")).toMatchObject({ ok: true });
  expect((await va.page("2026-08-06"))?.answer).toBeNull();
  expect(await va.step(va.approver, { step: "release" }, "2026-08-06")).toMatchObject({ ok: true });
  expect((await va.page("2026-08-06"))?.answer).toMatchObject({ opens: false, words: "" });
});

describe("the walls", () => {
  it("refuse a decision of whoever answered, one that nobody asked, and a way back without a reversal", async () => {
    const va = await contested({ country: "US", region: "VA" }, "2026-07-20");
    await va.step(va.handler, { step: "begin" }, "2026-07-20");
    await va.answer(refused, "2026-07-20");
    const decide = (actorId: string) =>
      inOrganisation(
        va.organisation.id,
        ({ tx }) => tx.$executeRaw`
        insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload, previous_hash, hash)
        select ${randomUUID()}::uuid, organisation_id, chain_id, request_id, seq + 1, 'ContestDecided', 'staff', ${actorId}, at, day,
          '{"contest":"appeal"}', hash, 'x' from event where chain_id = ${va.id}::uuid order by seq desc limit 1`,
      );
    await expect(decide(va.approver.staffId)).rejects.toThrow("does not decide about it");
    await expect(decide(va.dpo.staffId)).rejects.toThrow("nothing is decided that nobody asked");
    const back = inOrganisation(va.organisation.id, ({ tx }) =>
      tx.privacyRequest.update({ where: { id: va.id }, data: { state: "in_progress" } }),
    );
    await expect(back).rejects.toThrow("stays answered unless the answer is reversed");
  });
});
