import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
import { coverOf, membersToday } from "@/lib/queries/absences";
import { assignmentView } from "@/lib/queries/assignment";
import { queuePage } from "@/lib/queries/queue";
import { teamLoad } from "@/lib/queries/workload";
import { addAssignmentRule, changeAssignmentRule, type NewRule } from "./change-assignment";
import { noticeDue } from "./notice-due";
import { planAbsence } from "./plan-absence";
import { openDesk } from "./test-desk";

const now = new Date("2026-12-04T10:00:00Z");
const today = calendarDate("2026-12-04");
const onDay = (days: number) => new Date(`${plusDays(today, days)}T10:00:00Z`);
let desk: Awaited<ReturnType<typeof openDesk>>;
let [administrator, dpo, ann, ben, kim]: StaffActor[] = [];

beforeAll(async () => {
  desk = await openDesk(now);
  administrator = await desk.member("administrator");
  dpo = await desk.member("dpo");
  [ann, ben, kim] = [await desk.member("handler"), await desk.member("handler"), await desk.member("handler")];
});
afterAll(() => desk?.close());

const idOf = (who: StaffActor | undefined) => who?.staffId ?? "";
function plan(
  by: StaffActor | undefined,
  whose: StaffActor | undefined,
  days: [number, number] | null,
  cover?: StaffActor,
) {
  const absence = days && {
    from: plusDays(today, days[0]),
    until: plusDays(today, days[1]),
    coverId: cover ? idOf(cover) : null,
  };
  if (!by) throw new Error("nobody");
  return planAbsence(by, { organisation: desk.organisation, staffId: idOf(whose), absence }, now);
}
async function everybodyBack() {
  for (const one of [ann, ben, kim, dpo]) await plan(administrator, one, null);
}
const newest = (take: number) =>
  inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.event.findMany({ where: { chainId: desk.organisation.id }, orderBy: { seq: "desc" }, take }),
  );
const awayOf = async (whose: StaffActor | undefined, day = today) =>
  (await membersToday(administrator as StaffActor, day)).find(({ id }) => id === idOf(whose))?.away ?? null;

describe("somebody is away", () => {
  it("says it themselves, or an administrator says it for them, each time in the organisation's chain", async () => {
    expect(await plan(ann, ann, [1, 5], ben)).toEqual({ ok: true });
    expect(await awayOf(ann)).toMatchObject({ now: false, cover: { id: idOf(ben) }, acting: null, uncoveredOn: null });
    expect(await awayOf(ann, plusDays(today, 1))).toMatchObject({ now: true, acting: { id: idOf(ben) } });
    expect(await awayOf(ann, plusDays(today, 6))).toBeNull();
    expect(await plan(administrator, ann, [0, 2])).toEqual({ ok: true });
    expect(await plan(ann, ann, null)).toEqual({ ok: true });
    expect(await plan(ann, ann, null)).toEqual({ ok: true });
    const said = (await newest(3)).map(({ payload, actorId }) => ({ ...(payload as object), by: actorId }));
    expect(said).toEqual([
      { type: "StaffBack", staffId: idOf(ann), by: idOf(ann) },
      {
        type: "StaffAway",
        staffId: idOf(ann),
        from: "2026-12-04",
        until: "2026-12-06",
        cover: null,
        by: idOf(administrator),
      },
      {
        type: "StaffAway",
        staffId: idOf(ann),
        from: "2026-12-05",
        until: "2026-12-09",
        cover: idOf(ben),
        by: idOf(ann),
      },
    ]);
  });

  it("V8.2.1: nobody else says it, not the DPO, not another organisation's administrator", async () => {
    expect(await plan(ben, ann, [1, 5])).toEqual({ ok: false, refusal: "not_found" });
    expect(await plan(dpo, ann, [1, 5])).toEqual({ ok: false, refusal: "not_found" });
    const other = desk.organisations.find(({ id }) => id !== desk.organisation.id);
    const stranger: StaffActor = { ...(administrator as StaffActor), organisationId: other?.id ?? "" };
    expect(await plan(stranger, ann, [1, 5])).toEqual({ ok: false, refusal: "not_found" });
    expect(await plan(administrator, stranger, [1, 5], kim)).toEqual({ ok: false, refusal: "cover_unfit" });
    expect(await awayOf(ann)).toBeNull();
  });

  it("two who name each other at the same moment: one of them is refused, and no circle is written", async () => {
    const both = await Promise.all([plan(ann, ann, [1, 5], ben), plan(ben, ben, [1, 5], ann)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: "cover_circle" });
    await everybodyBack();
  });

  it("the form offers who can cover, and says for whom somebody acts", async () => {
    await plan(ann, ann, [0, 5], ben);
    const own = await coverOf(ben as StaffActor, idOf(ben), today);
    expect(own?.covering).toMatchObject([{ id: idOf(ann) }]);
    expect(own?.covers.map(({ id }) => id).sort()).toEqual([idOf(ann), idOf(kim)].sort());
    const auditor = await desk.member("auditor");
    expect(await coverOf(auditor, idOf(auditor), today)).toBeNull();
    await everybodyBack();
  });
});

const rule: NewRule = {
  name: "Everything",
  rights: [],
  regimes: [],
  languages: [],
  relations: [],
  places: [],
  staffIds: [],
  role: null,
};
async function withRule(given: Partial<NewRule>, work: () => Promise<void>) {
  const { organisation } = desk;
  const by = administrator as StaffActor;
  await addAssignmentRule(by, { organisation, rule: { ...rule, ...given } }, now);
  await work();
  for (const { id } of (await assignmentView(by, today))?.rules ?? []) {
    await changeAssignmentRule(by, { organisation, rule: id, to: "remove" }, now);
  }
  await everybodyBack();
}
const fileWork = (at = now, country = "DE") => desk.file({ rights: ["marketing_objection"], country }, at);
const ownerOf = async (id: string) => (await desk.look(id)).facts.assignedTo;
const lettersOf = (requestId: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId, audience: "staff" }, select: { kind: true, staffId: true } }),
  );

describe("new work while somebody is away", () => {
  it("goes to the cover, who is told of it, and from the day after to whom it went before, without anybody's act", async () => {
    await withRule({ staffIds: [idOf(ann)] }, async () => {
      await plan(ann, ann, [0, 2], ben);
      const during = await fileWork();
      expect(await ownerOf(during.id)).toBe(idOf(ben));
      expect(await lettersOf(during.id)).toEqual([{ kind: "staff_new_request", staffId: idOf(ben) }]);
      expect(await ownerOf((await fileWork(onDay(3))).id)).toBe(idOf(ann));
    });
  });

  it("passes over whoever is away without a cover", async () => {
    await withRule({ staffIds: [idOf(ann), idOf(ben)] }, async () => {
      await plan(ann, ann, [0, 2]);
      const owners = await Promise.all(
        [fileWork(), fileWork(), fileWork()].map(async (filed) => ownerOf((await filed).id)),
      );
      expect(new Set(owners)).toEqual(new Set([idOf(ben)]));
      expect((await assignmentView(administrator as StaffActor, today))?.rules).toMatchObject([
        { people: [{ id: idOf(ben) }], away: [{ id: idOf(ann), away: { cover: null } }], left: [] },
      ]);
    });
  });

  it("is nobody's where everybody in the chain is away, and the DPO is told of it", async () => {
    await withRule({ staffIds: [idOf(ann)] }, async () => {
      await plan(ben, ben, [0, 5]);
      await plan(ann, ann, [0, 2], ben);
      const { id } = await fileWork();
      expect(await ownerOf(id)).toBeNull();
      const letters = await lettersOf(id);
      expect(letters).toContainEqual({ kind: "staff_nobody_there", staffId: idOf(dpo) });
      expect(letters.filter(({ kind }) => kind === "staff_new_request")).toEqual([
        { kind: "staff_new_request", staffId: idOf(kim) },
      ]);
      expect(await awayOf(ann)).toMatchObject({ cover: { id: idOf(ben) }, acting: null, uncoveredOn: today });
    });
  });

  it("a rule for a place gets what comes from there, and nothing else", async () => {
    await withRule({ staffIds: [idOf(kim)], places: ["FR"] }, async () => {
      expect(await ownerOf((await fileWork(now, "FR")).id)).toBe(idOf(kim));
      expect(await ownerOf((await fileWork()).id)).toBeNull();
    });
  });
});

describe("what is theirs while they are away", () => {
  it("stays theirs; reminders, replies and what is overdue go to the cover, and nobody else hears less", async () => {
    const { id, person } = await desk.file({ rights: ["marketing_objection"] });
    await desk.step(ann as StaffActor, id, { step: "begin" });
    await plan(ann, ann, [0, 60], ben);
    await desk.step(person, id, { step: "write", words: "Is there any news?", files: [] });
    expect((await lettersOf(id)).filter(({ kind }) => kind === "staff_person_replied")).toEqual([
      { kind: "staff_person_replied", staffId: idOf(ben) },
    ]);
    const system = { kind: "system", organisationId: desk.organisation.id, task: "sweep" } as const;
    const readers = async (kind: string) =>
      (
        await inOrganisation(desk.organisation.id, ({ tx }) => tx.letter.findMany({ where: { kind, requestId: null } }))
      ).map(({ staffId }) => staffId);
    await noticeDue(system, { organisation: desk.organisation, ids: [id] }, onDay(28));
    expect(await readers("staff_due_soon")).toEqual([idOf(ben)]);
    await plan(ann, ann, [0, 60]);
    await noticeDue(system, { organisation: desk.organisation, ids: [id] }, onDay(50));
    expect((await readers("staff_overdue")).sort()).toEqual([idOf(ben), idOf(kim), idOf(dpo)].sort());
    expect(await ownerOf(id)).toBe(idOf(ann));
    await everybodyBack();
  });

  it("whoever a note names reads it when they are back, and the cover reads it now", async () => {
    const { id } = await fileWork();
    await plan(ann, ann, [0, 2], ben);
    await desk.step(kim as StaffActor, id, { step: "note", words: "Please look.", mentions: [idOf(ann)] });
    const told = (await lettersOf(id)).filter(({ kind }) => kind === "staff_mentioned");
    expect(told.map(({ staffId }) => staffId).sort()).toEqual([idOf(ann), idOf(ben)].sort());
    await everybodyBack();
  });
});

describe("how much everybody has", () => {
  it("are the numbers of the lists that they lead to, and whoever is away is there with their cover", async () => {
    await plan(ben, ben, [0, 2], kim);
    const day = { today: plusDays(today, 25), soonDays: 7 };
    const reader = dpo as StaffActor;
    const load = (await teamLoad(reader, day.today)) ?? [];
    const total = async (id: string, due?: { is: string[]; not: string[] }) => {
      const assignee = { is: [id], not: [] };
      return (await queuePage(reader, { view: "owed", terms: { assignee, ...(due ? { due } : {}) } }, day)).total;
    };
    for (const { id, open, soon, overdue } of load) {
      expect([open, soon, overdue]).toEqual([
        await total(id),
        await total(id, { is: ["<7d"], not: ["overdue"] }),
        await total(id, { is: ["overdue"], not: [] }),
      ]);
    }
    expect(Math.max(...load.map(({ soon }) => soon))).toBeGreaterThan(0);
    expect((await teamLoad(reader, today))?.find(({ id }) => id === idOf(ben))?.away).toMatchObject({
      now: true,
      acting: { id: idOf(kim) },
    });
    expect(await teamLoad(await desk.member("auditor"), today)).toBeNull();
    await everybodyBack();
  });
});
