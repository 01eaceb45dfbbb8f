import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkRecord } from "@/lib/db/record-check";
import type { StaffActor, SystemActor } from "@/lib/domain/actor";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
import { readQueueFilter } from "@/lib/forms/console-queue";
import { nextInQueue } from "@/lib/queries/next-in-queue";
import { queuePage } from "@/lib/queries/queue";
import { noticeDue } from "./notice-due";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let system: SystemActor;
const filedOn = calendarDate("2026-12-04");
const at = { today: filedOn, soonDays: 7 };
const noon = (days: number) => new Date(`${plusDays(filedOn, days)}T17:00:00Z`);
const refused = (refusal: string) => ({ ok: false, refusal });

beforeAll(async () => {
  desk = await openDesk(noon(0));
  handler = await desk.member("handler");
  system = { kind: "system", organisationId: desk.organisation.id, task: "sweep" };
});
afterAll(() => desk?.close());

async function begun(country = "DE") {
  const filed = await desk.file({ country });
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  return filed;
}
const set = (id: string, days: number | null) =>
  desk.step(handler, id, { step: "set_internal_date", on: days === null ? null : plusDays(filedOn, days) });
const columns = async (id: string) => (await desk.look(id)).row;

describe("D6: the desk's own date", () => {
  it("stands in the record and in its column, and the day of law stays where it was", async () => {
    const { id } = await begun();
    const before = await columns(id);
    expect(await set(id, 12)).toMatchObject({ ok: true });
    const { row, chain } = await desk.look(id);
    expect(row.internalOn).toEqual(new Date(`${plusDays(filedOn, 12)}T00:00:00Z`));
    expect([row.dueOn, row.safeOn, row.state]).toEqual([before.dueOn, before.safeOn, before.state]);
    expect(chain.at(-1)?.event).toEqual({ type: "InternalDateSet", on: plusDays(filedOn, 12) });
    expect(await set(id, null)).toMatchObject({ ok: true });
    expect((await columns(id)).internalOn).toBeNull();
    expect(await set(id, null)).toEqual(refused("already_done"));
  });

  it("is refused in the past, on the day of law and after it, and on what is over", async () => {
    const { id, person } = await begun();
    expect(await set(id, -1)).toEqual(refused("internal_date_over"));
    expect(await set(id, 30)).toEqual(refused("internal_date_late"));
    expect(await set(id, 300)).toEqual(refused("internal_date_late"));
    await desk.step(person, id, { step: "withdraw" });
    expect(await set(id, 12)).toEqual(refused("not_open_in_this_state"));
  });

  it("does not make a colleague's open form stale, and is gone with the end of the request", async () => {
    const { id, person } = await begun();
    const seen = (await desk.look(id)).facts.version;
    await set(id, 12);
    const note = { step: "note", words: "Looked at it." } as const;
    expect(await desk.step(handler, id, note, noon(0), seen)).toMatchObject({ ok: true });
    await desk.step(person, id, { step: "withdraw" });
    expect((await columns(id)).internalOn).toBeNull();
  });

  it("has the sweep remind so many days before it, and the record says of which date", async () => {
    const { id } = await begun();
    await set(id, 20);
    const sweep = (days: number) => noticeDue(system, { organisation: desk.organisation, ids: [id] }, noon(days));
    expect(await sweep(12)).toEqual({ ok: true, noticed: 0 });
    expect(await sweep(13)).toEqual({ ok: true, noticed: 1 });
    const { chain, row, facts } = await desk.look(id);
    expect(chain.at(-1)?.event).toMatchObject({ type: "DueSoonNoticed", on: plusDays(filedOn, 20) });
    expect(facts.escalatedFor).toBeNull();
    // Nobody is late by it: only the day of law escalates.
    expect(await sweep(22)).toEqual({ ok: true, noticed: 0 });
    expect(row.dueOn).toEqual((await columns(id)).dueOn);
    expect(await checkRecord()).toMatchObject({ problem: null });
  });

  it("is found in the queue by its key, and orders the list for whoever wishes it", async () => {
    const [later, sooner, without] = [await begun("SE"), await begun("SE"), await begun("SE")];
    await set(later.id, 25);
    await set(sooner.id, 5);
    const found = async (address: Record<string, string>) =>
      (await queuePage(handler, readQueueFilter({ view: "owed", ...address }), at)).rows.map(({ id }) => id);
    expect(await found({ q: "place:SE internal:<7d" })).toEqual([sooner.id]);
    expect(await found({ q: "place:SE internal:none" })).toEqual([without.id]);
    expect(await found({ q: "place:SE -internal:none", order: "internal" })).toEqual([sooner.id, later.id]);
    const order = { q: "place:SE", order: "internal" };
    expect(await found(order)).toEqual([sooner.id, later.id, without.id]);
    const filter = readQueueFilter({ view: "owed", ...order });
    const place = { id: sooner.id, dueOn: plusDays(filedOn, 5) };
    expect(await nextInQueue(handler, { filter, place }, at)).toBe(later.reference);
    const over = readQueueFilter({ view: "owed", q: "place:SE internal:over" });
    const { rows } = await queuePage(handler, over, { ...at, today: plusDays(filedOn, 6) });
    expect(rows.map(({ id }) => id)).toEqual([sooner.id]);
  });
});
