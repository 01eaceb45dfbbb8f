import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { requestView } from "@/lib/queries/request-view";
import { named, openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let approver: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  [handler, approver] = [await desk.member("handler"), await desk.member("approver")];
});
afterAll(() => desk?.close());

async function begun() {
  const filed = await desk.file();
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  return filed;
}
async function around(reference: string) {
  const view = await requestView(handler, { organisation: desk.organisation, reference }, desk.openedAt);
  return view?.around.links;
}
const lettersOf = (requestId: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId, kind: "staff_mentioned" } }),
  );
const until = calendarDate("2026-12-14");
const refused = (refusal: string) => ({ ok: false, refusal });

describe("C1: snooze", () => {
  it("ends when the person writes, and its record stays", async () => {
    const { id, person } = await begun();
    await desk.step(handler, id, { step: "snooze", until, wakeOnReply: true });
    const slept = await desk.look(id);
    expect(slept.facts.snooze).toEqual({ until, wakeOnReply: true });
    expect(slept.row.snoozedUntil).toEqual(new Date(`${until}T00:00:00Z`));
    await desk.step(person, id, { step: "write", words: "Here.", files: [] });
    const { facts, row, chain } = await desk.look(id);
    expect([facts.snooze, row.snoozedUntil]).toEqual([null, null]);
    expect(chain.map(({ event }) => event.type)).toContain("Snoozed");
  });

  it("is woken by hand, once", async () => {
    const { id } = await begun();
    await desk.step(handler, id, { step: "snooze", until, wakeOnReply: false });
    expect(await desk.step(approver, id, { step: "wake" })).toMatchObject({ ok: true });
    expect(await desk.step(approver, id, { step: "wake" })).toEqual(refused("not_snoozed"));
  });

  it("past the day on which the answer is due it wants to be meant", async () => {
    const { id } = await begun();
    const late = { step: "snooze", until: calendarDate("2027-03-01"), wakeOnReply: false } as const;
    expect(await desk.step(handler, id, late)).toEqual(refused("snooze_late"));
    expect(await desk.step(handler, id, { ...late, late: true })).toMatchObject({ ok: true });
    expect((await desk.look(id)).chain.at(-1)?.event).toMatchObject({ type: "Snoozed", late: true });
  });
});

describe("C3: who is mentioned in a note", () => {
  it("gets one letter that carries nothing of it; whoever may not read notes, or wrote it, gets none", async () => {
    const { id } = await begun();
    const administrator = await desk.member("administrator");
    const mentions = [approver, handler, administrator].map(({ staffId }) => staffId);
    const elsewhere = "00000000-0000-7000-8000-00000000eeee";
    await desk.step(handler, id, {
      step: "note",
      words: "Look at the second page.",
      mentions: [...mentions, elsewhere],
    });
    const { chain } = await desk.look(id);
    const event = chain.at(-1)?.event;
    expect(event).toMatchObject({ type: "NoteAdded", mentions: [approver.staffId] });
    expect(JSON.stringify(event)).not.toContain("second page");
    const letters = await lettersOf(id);
    expect(letters.map(({ staffId, audience }) => [staffId, audience])).toEqual([[approver.staffId, "staff"]]);
    expect(JSON.stringify(letters)).not.toContain("second page");
  });

  it("a note that mentions nobody writes to nobody", async () => {
    const { id } = await begun();
    await desk.step(handler, id, { step: "note", words: "Called back." });
    expect((await desk.look(id)).chain.at(-1)?.event).not.toHaveProperty("mentions");
    expect(await lettersOf(id)).toEqual([]);
  });
});

describe("ATK-F1: requests that belong together", () => {
  it("are shown on both sides until the link is taken away where it was made", async () => {
    const [one, other] = [await begun(), await begun()];
    await desk.step(handler, one.id, { step: "link_request", to: other.reference, as: "same_person" });
    const shown = { state: "in_progress", as: "same_person" };
    expect(await around(one.reference)).toEqual([{ ...shown, reference: other.reference, here: true }]);
    expect(await around(other.reference)).toEqual([{ ...shown, reference: one.reference, here: false }]);
    expect((await desk.look(other.id)).facts.links).toEqual([]);
    expect(await desk.step(handler, other.id, { step: "unlink_request", to: one.reference })).toEqual(
      refused("not_linked"),
    );
    await desk.step(handler, one.id, { step: "unlink_request", to: other.reference });
    expect([await around(one.reference), await around(other.reference)]).toEqual([[], []]);
  });

  it("another organisation's request is answered like none at all, itself and a second time are refused", async () => {
    const [one, other] = [await begun(), await begun()];
    const there = await desk.file({}, desk.openedAt, named(desk.organisations, "ares"));
    const link = (to: string) => desk.step(handler, one.id, { step: "link_request", to, as: "related" });
    expect(await link(there.reference)).toEqual(refused("no_such_request"));
    expect(await link("H4K2-9QTM-P")).toEqual(refused("no_such_request"));
    expect(await link(one.reference)).toEqual(refused("same_request"));
    expect(await link(other.reference)).toMatchObject({ ok: true });
    expect(await link(other.reference)).toEqual(refused("linked_already"));
  });
});

describe("C7: the checklist", () => {
  it("takes what stands on the list of a right that was asked for, and leaves a colleague's form as it is", async () => {
    const { id } = await begun();
    const tick = { step: "tick_item", right: "access", item: "all_systems_searched", done: true } as const;
    const { version } = (await desk.look(id)).facts;
    expect(await desk.step(handler, id, tick)).toMatchObject({ ok: true });
    expect(await desk.step(handler, id, { ...tick, item: "backups_said" })).toEqual(refused("not_on_list"));
    expect(await desk.step(handler, id, { ...tick, right: "erasure" })).toEqual(refused("not_on_list"));
    // Another person's form that was read before the tick is still good.
    expect(await desk.step(approver, id, { step: "note", words: "Fine." }, desk.openedAt, version)).toMatchObject({
      ok: true,
    });
  });
});
