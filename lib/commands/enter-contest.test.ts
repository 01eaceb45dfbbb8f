import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { checkRecord } from "@/lib/db/record-check";
import { calendarDate } from "@/lib/domain/calendar-date";
import { foldRequest } from "@/lib/domain/request";
import { recordLetter } from "./record-letter";
import { at, contestedAt, refused } from "./test-contested";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const day = calendarDate;
const words = "They rang: nobody called back.";
const entered = (arrivedOn: string, contest: "complaint" | "appeal" = "complaint") =>
  ({ step: "enter_contest", contest, words, takenDown: { channel: "telephone", arrivedOn: day(arrivedOn) } }) as const;
type Contested = Awaited<ReturnType<typeof contestedAt>>;

const lettersOf = ({ id, organisation }: Contested, kind: string) =>
  inOrganisation(organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId: id, kind }, orderBy: { queuedAt: "asc" } }),
  );

/** A request that came by telephone itself: nobody confirmed the address. */
async function unproven() {
  const spoken = await contestedAt(desk, { country: "GB", channel: "telephone" }, "2026-07-01", { confirmed: false });
  expect((await spoken.look()).facts.confirmedOn).toBeNull();
  return spoken;
}

describe("DPA 2018 s.164A: complaints are taken however they arrive", () => {
  it("is counted from the day on which it reached us, not from the day on which it was written down", async () => {
    const uk = await contestedAt(desk, { country: "GB" }, "2026-07-01");
    expect(await uk.step(uk.handler, entered("2026-07-02"), "2026-07-06")).toMatchObject({ ok: true });
    const { row, facts, chain } = await uk.look();
    expect([row.contest, row.contestDueOn?.toISOString().slice(0, 10)]).toEqual(["complaint", "2026-08-03"]);
    expect([facts.contests[0]?.openedOn, facts.contests[0]?.acknowledgedOn]).toEqual(["2026-07-02", null]);
    expect(chain.at(-1)).toMatchObject({ actorKind: "staff", actorId: uk.handler.staffId });
    expect(chain.at(-1)?.event).toMatchObject({
      type: "ContestEntered",
      channel: "telephone",
      arrivedOn: "2026-07-02",
    });
    expect(foldRequest(chain)).toEqual(facts);
    // The address is proven: the letter that confirms it goes, and the person finds the words on their page.
    expect(await lettersOf(uk, "contest_received")).toHaveLength(1);
    expect((await uk.page("2026-07-06"))?.messages.map((message) => message.words)).toContain(words);
    expect(JSON.stringify(chain.map(({ event }) => event))).not.toContain("nobody called back");
    expect(await uk.step(uk.handler, entered("2026-07-06"), "2026-07-06")).toEqual({
      ok: false,
      refusal: "contest_open",
    });
    expect(await checkRecord()).toMatchObject({ problem: null });
  });

  it("writes nothing to an address that nobody proved: staff confirm it by another way, and the record says how", async () => {
    const uk = await unproven();
    expect(await uk.step(uk.dpo, entered("2026-07-02"), "2026-07-02")).toMatchObject({ ok: true });
    expect((await uk.look()).chain.at(-1)?.event).toMatchObject({ unwritten: true });
    const acknowledge = { step: "acknowledge_contest", contest: "complaint" } as const;
    expect(await uk.step(uk.handler, acknowledge, "2026-07-03")).toEqual({ ok: false, refusal: "no_proven_address" });
    expect(await uk.step(uk.handler, { ...acknowledge, by: "post" }, "2026-07-03")).toMatchObject({ ok: true });
    expect(await lettersOf(uk, "contest_received")).toEqual([]);
    expect((await uk.look()).facts.contests[0]?.acknowledgedOn).toBe("2026-07-03");
    // The owner and the DPO hear of it all the same.
    expect(await lettersOf(uk, "staff_person_replied")).not.toEqual([]);
  });

  it("refuses what no law of the request knows, a day that cannot be, and whoever has no part in it", async () => {
    const de = await contestedAt(desk, { country: "DE" }, "2026-07-01");
    expect(await de.step(de.handler, entered("2026-07-02"), "2026-07-02")).toEqual({
      ok: false,
      refusal: "no_contest_in_law",
    });
    const uk = await contestedAt(desk, { country: "GB" }, "2026-07-01");
    for (const unreal of ["2026-07-03", "2026-06-30"]) {
      expect(await uk.step(uk.handler, entered(unreal), "2026-07-02")).toEqual({
        ok: false,
        refusal: "arrival_day_unreal",
      });
    }
    const { takenDown: _, ...bare } = entered("2026-07-02");
    expect(
      await uk.step(uk.handler, { ...bare, takenDown: { channel: "post", arrivedOn: null } }, "2026-07-02"),
    ).toEqual({
      ok: false,
      refusal: "arrival_day_unreal",
    });
    expect(await uk.step(uk.person, entered("2026-07-02"), "2026-07-02")).toEqual({
      ok: false,
      refusal: "not_your_role",
    });
    const auditor = await uk.member("auditor");
    expect(await uk.step(auditor, entered("2026-07-02"), "2026-07-02")).toEqual({
      ok: false,
      refusal: "not_your_role",
    });
    expect((await uk.look()).facts.contests).toEqual([]);
  });

  it("W13: what was taken down is decided by other eyes, and holds the destruction, as the database sees it too", async () => {
    const va = await contestedAt(desk, { country: "US", region: "VA" }, "2026-07-20");
    await va.step(va.handler, { step: "begin" }, "2026-07-20");
    await va.answer(refused, "2026-07-20");
    await va.step(va.handler, entered("2026-08-03", "appeal"), "2026-08-05");
    const deny = { step: "decide_contest", contest: "appeal", outcome: "denied", words: "We looked again." } as const;
    expect(await va.step(va.approver, deny, "2026-08-06")).toEqual({ ok: false, refusal: "contest_other_eyes" });
    const purge = inOrganisation(
      va.organisation.id,
      ({ tx }) => tx.$executeRaw`
      insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload, previous_hash, hash)
      select gen_random_uuid(), organisation_id, chain_id, request_id, seq + 1, 'RequestPurged', 'system', null, at, day, '{}', hash, 'x'
      from event where chain_id = ${va.id}::uuid order by seq desc limit 1`,
    );
    await expect(purge).rejects.toThrow("an appeal or a complaint is open");
    expect(await va.step(va.dpo, deny, "2026-08-06")).toMatchObject({ ok: true });
    expect((await va.look()).row).toMatchObject({
      state: "answered",
      contest: null,
      contestStanding: null,
      nextDueOn: null,
    });
  });
});

it("DPA 2018 s.164A(3): of two that are open each is confirmed by its own letter, the second one's first", async () => {
  const both = await contestedAt(desk, { country: "GB" }, "2026-07-01");
  await both.step(both.person, { step: "contest", contest: "complaint", words }, "2026-07-02");
  await both.step(both.dpo, { step: "decide_contest", contest: "complaint", outcome: "denied", words }, "2026-07-03");
  await both.step(both.handler, entered("2026-07-04"), "2026-07-04");
  const [first, second] = await lettersOf(both, "contest_received");
  const system = { kind: "system", organisationId: both.organisation.id, task: "send_letter" } as const;
  const outcome = { status: "sent", subject: "", text: "" } as const;
  const acknowledged = async () => (await both.look()).facts.contests.map(({ acknowledgedOn }) => acknowledgedOn);
  // A late letter about the complaint that was decided says nothing of the one that is open now.
  await recordLetter(system, { organisation: both.organisation, letterId: first?.id ?? "", outcome }, at("2026-07-05"));
  expect(await acknowledged()).toEqual([null, null]);
  await recordLetter(
    system,
    { organisation: both.organisation, letterId: second?.id ?? "", outcome },
    at("2026-07-06"),
  );
  expect(await acknowledged()).toEqual([null, "2026-07-06"]);
});
