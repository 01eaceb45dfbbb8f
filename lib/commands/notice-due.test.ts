import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { checkRecord } from "@/lib/db/record-check";
import type { StaffActor, SystemActor } from "@/lib/domain/actor";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
import { sweepDue } from "@/lib/jobs/sweep-due";
import { loadOrganisations } from "@/scripts/load-organisations";
import { noticeDue } from "./notice-due";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let system: SystemActor;
const noon = (day: string) => new Date(`${day}T17:00:00Z`);
const filedOn = calendarDate("2026-12-04");
const onDay = (days: number) => noon(plusDays(filedOn, days));
beforeAll(async () => {
  desk = await openDesk(noon(filedOn));
  handler = await desk.member("handler");
  await desk.member("dpo");
  system = { kind: "system", organisationId: desk.organisation.id, task: "sweep" };
});
afterAll(() => desk.close());

async function begun() {
  const { id } = await desk.file();
  await desk.confirm(id);
  await desk.step(handler, id, { step: "begin" });
  return id;
}
const many = async (count: number) => Promise.all(Array.from({ length: count }, begun));
const staffLetters = () =>
  inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { kind: { in: ["staff_due_soon", "staff_overdue"] } }, orderBy: { cause: "asc" } }),
  );
const noticesOf = async (id: string) =>
  (await desk.look(id)).chain.map(({ event }) => event).filter((event) => "dueOn" in event);
const twoSoon = (days: number) => noon(plusDays(calendarDate("2027-06-01"), days));

describe("what the sweep writes for many at once", () => {
  it("is what the step writes for one, byte for byte apart from ids and what they go into", async () => {
    const [one, other] = [await begun(), await begun()];
    const alike = ({ row, chain }: Awaited<ReturnType<typeof desk.look>>) => {
      const {
        id,
        reference,
        head,
        person,
        details,
        wrappedKey,
        emailIndex,
        nameIndex,
        filingKey,
        filingDigest,
        ...rest
      } = row;
      // The events of the filing differ by their twins' ids; the notices must be the same in everything that is written.
      const notices = chain
        .filter(({ event }) => "dueOn" in event)
        .map(({ id: _, hash, previousHash, ...written }) => ({ ...written, hash: hash.length }));
      return { rest, notices };
    };
    for (const [days, step] of [
      [25, "warn"],
      [40, "escalate"],
    ] as const) {
      const before = await staffLetters();
      expect(await noticeDue(system, { organisation: desk.organisation, ids: [one] }, onDay(days))).toEqual({
        ok: true,
        noticed: 1,
      });
      const batched = (await staffLetters()).filter((letter) => before.every(({ id }) => id !== letter.id));
      expect(await desk.step(system, other, { step }, onDay(days))).toMatchObject({ ok: true });
      const stepped = await staffLetters();
      // The same letters, to the same readers, leaving at the same time: the second request is only counted in.
      expect(stepped).toHaveLength(before.length + batched.length);
      for (const letter of batched) {
        const now = stepped.find(({ id }) => id === letter.id);
        expect(now).toEqual({ ...letter, facts: { ...(letter.facts as object), requests: 2 } });
      }
      expect(alike(await desk.look(one))).toEqual(alike(await desk.look(other)));
    }
    expect((await noticesOf(one)).map(({ type }) => type)).toEqual(["DueSoonNoticed", "OverdueEscalated"]);
    expect(await checkRecord()).toMatchObject({ problem: null });
  });

  it("ATK-R2: is written once, whoever sweeps or steps at the same moment", async () => {
    const ids = await many(12);
    const at = onDay(26);
    const assign = (id: string) => desk.step(handler, id, { step: "assign", to: handler.staffId }, at);
    const all = await Promise.all([
      sweepDue(desk.organisation, at),
      sweepDue(desk.organisation, at),
      ...ids.map(assign),
      sweepDue(desk.organisation, at),
    ]);
    expect(all.slice(2, -1)).toEqual(ids.map(() => expect.objectContaining({ ok: true })));
    // Whatever was held by somebody is found by the next.
    await sweepDue(desk.organisation, at);
    for (const id of ids) {
      const { chain, row, facts } = await desk.look(id);
      expect(chain.filter(({ event }) => event.type === "DueSoonNoticed")).toHaveLength(1);
      expect(chain.filter(({ event }) => event.type === "RequestAssigned")).toHaveLength(1);
      expect(row).toMatchObject({ version: chain.length, warnedBefore: 7, head: chain.at(-1)?.hash });
      expect(facts.warnedFor).not.toBeNull();
    }
    const told = (await staffLetters()).filter(({ cause }) => cause.includes(at.toISOString()));
    expect(told.reduce((sum, { facts }) => sum + (facts as { requests: number }).requests, 0)).toBe(ids.length);
    expect(await sweepDue(desk.organisation, at)).toBe(0);
    expect(await checkRecord()).toMatchObject({ problem: null });
  });

  it("passes over a request whose chain does not hold, and tells of all others", async () => {
    const [broken = "", ...fine] = await many(5);
    await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.privacyRequest.update({ where: { id: broken }, data: { head: "f".repeat(64) } }),
    );
    expect(await sweepDue(desk.organisation, onDay(27))).toBe(4);
    for (const id of fine) expect(await noticesOf(id)).toHaveLength(1);
    const { chain } = await desk.look(broken);
    expect(chain.map(({ event }) => event.type)).not.toContain("DueSoonNoticed");
    await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.privacyRequest.update({ where: { id: broken }, data: { head: chain.at(-1)?.hash ?? "" } }),
    );
  });

  it("finds by the day of the next notice, sets that right where it was too early, and looks no more", async () => {
    const id = await begun();
    const { row } = await desk.look(id);
    const noticeOn = () => desk.look(id).then(({ row: now }) => now.noticeOn);
    await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.privacyRequest.update({ where: { id }, data: { noticeOn: row.receivedOn } }),
    );
    expect(await sweepDue(desk.organisation, onDay(1))).toBe(0);
    expect(await noticeOn()).toEqual(row.noticeOn);
    expect((await desk.look(id)).row.version).toBe(row.version);
    await sweepDue(desk.organisation, onDay(90));
    expect(await noticeOn()).toBeNull();
  });

  it("looks again at every request once the organisation reminds on other days", async () => {
    const id = await begun();
    await sweepDue(desk.organisation, onDay(25));
    expect(await noticesOf(id)).toHaveLength(1);
    const { profile } = desk.organisation;
    const changed = { ...profile, remindBeforeDueDays: [7, 2] };
    await loadOrganisations(desk.ownerUrl, [changed], { onlyExamples: false, now: onDay(26) });
    const organisation = { ...desk.organisation, profile: changed };
    for (const days of [26, 27, 28, 29, 30]) await sweepDue(organisation, onDay(days));
    expect(await noticesOf(id)).toMatchObject([{ before: 7 }, { before: 2 }]);
    await loadOrganisations(desk.ownerUrl, [profile], { onlyExamples: false, now: onDay(31) });
  });

  it("is not for others to call, and holds nothing of another organisation", async () => {
    const id = await begun();
    const foreign = { ...system, organisationId: randomUUID() };
    const { organisation } = desk;
    expect(await noticeDue(foreign, { organisation, ids: [id] }, twoSoon(0))).toMatchObject({ refusal: "not_found" });
    const elsewhere = desk.organisations.find(({ id: other }) => other !== organisation.id);
    if (!elsewhere) throw new Error("one organisation only");
    const there = { ...system, organisationId: elsewhere.id };
    const taken = await noticeDue(there, { organisation: elsewhere, ids: [id] }, twoSoon(0));
    expect(taken).toEqual({ ok: true, noticed: 0 });
  });
});
