import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BulkAsked, planBulk } from "@/lib/commands/plan-bulk";
import { purgeExpired } from "@/lib/commands/purge-expired";
import { saveTemplate } from "@/lib/commands/save-template";
import { takeBulk } from "@/lib/commands/take-bulk";
import { openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate as day } from "@/lib/domain/calendar-date";
import type { Filing } from "@/lib/domain/filing";
import { bulkRun } from "@/lib/queries/bulk-run";
import { requestView } from "@/lib/queries/request-view";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;

beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
  const { organisation, openedAt } = desk;
  const kept = { kind: "message", name: "It takes a little", id: null, version: null } as const;
  for (const [language, text] of [
    ["en", "Dear {name}, you hear from us by {dueOn}."],
    ["de", "Guten Tag {name}, Sie hören von uns bis {dueOn}."],
  ] as const) {
    await saveTemplate(handler, { organisation, template: { ...kept, language, text } }, openedAt);
  }
}, 60_000);
afterAll(() => desk?.close());

async function begun(filing: Partial<Filing> = {}) {
  const filed = await desk.file(filing);
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  return filed;
}
type Filed = Awaited<ReturnType<typeof begun>>;

async function plan(change: BulkAsked, ...filed: readonly Filed[]): Promise<string> {
  const { organisation, openedAt } = desk;
  const references = filed.map(({ reference }) => reference);
  const planned = await planBulk(handler, { organisation, change, references, chosenFrom: "view:open" }, openedAt);
  if (!planned.ok) throw new Error(planned.refusal);
  return planned.runId;
}
const take = (runId: string, undo = false) =>
  takeBulk(handler, { organisation: desk.organisation, runId, undo }, desk.openedAt);
async function look(runId: string, actor = handler) {
  const view = await bulkRun(actor, { organisation: desk.organisation, runId }, desk.openedAt);
  if (!view) throw new Error("no such run");
  return view;
}
const outcomes = async (runId: string) =>
  Object.fromEntries((await look(runId)).lines.map(({ reference, outcome, undone }) => [reference, undone ?? outcome]));
async function thread({ reference }: Filed) {
  const view = await requestView(handler, { organisation: desk.organisation, reference }, desk.openedAt);
  return view?.messages.map(({ from, words }) => [from, words]) ?? [];
}
const heldWords = (runId: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) => tx.bulkRun.count({ where: { id: runId, words: { not: null } } }));

describe("one note for many", () => {
  it("stands on each of them under its own key, and is held nowhere else afterwards", async () => {
    const [one, two] = [await begun(), await begun()];
    const runId = await plan({ step: "note", words: "Legal looks at all of these." }, one, two);
    expect((await look(runId)).note).toBe("Legal looks at all of these.");
    expect((await look(runId, await desk.member("administrator"))).note).toBeNull();
    expect(await take(runId)).toEqual({ ok: true });
    for (const filed of [one, two])
      expect(await thread(filed)).toContainEqual(["note", "Legal looks at all of these."]);
    expect(await heldWords(runId)).toBe(0);
    expect(await take(runId, true)).toEqual({ ok: false, refusal: "not_open_in_this_state" });
  });

  it("that nobody took goes after a day, and then nothing can come of it", async () => {
    const filed = await begun();
    const runId = await plan({ step: "note", words: "Never sent." }, filed);
    const later = new Date(desk.openedAt.getTime() + 25 * 3_600_000);
    await purgeExpired({ kind: "system", organisationId: desk.organisation.id, task: "purge" }, later);
    expect(await look(runId)).toMatchObject({ wordsGone: true, note: null });
    expect(await take(runId)).toEqual({ ok: false, refusal: "bulk_words_gone" });
    expect(await outcomes(runId)).toEqual({ [filed.reference]: "bulk_words_gone" });
  });
});

describe("one message for many", () => {
  const message = { step: "message", template: "It takes a little" } as const;

  it("is read over in each language as its first reader will see it, and each gets theirs", async () => {
    const [english, german, french] = [
      await begun(),
      await begun({ language: "de", person: { name: "Kim Probe", email: "kim.probe@example.com" } }),
      await begun(),
    ];
    await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.privacyRequest.update({ where: { id: french.id }, data: { language: "fr" } }),
    );
    const runId = await plan(message, english, german, french);
    const { previews, lines } = await look(runId);
    expect(previews.map(({ language, count, reference }) => [language, count, reference])).toEqual([
      ["de", 1, german.reference],
      ["en", 1, english.reference],
    ]);
    expect(previews[0]).toMatchObject({
      to: "Kim Probe",
      words: expect.stringMatching(/^Guten Tag Kim Probe, .* 2027\.$/),
    });
    expect(lines[0]).toMatchObject({ reference: french.reference, outcome: "template_not_in_language" });
    expect((await look(runId, await desk.member("administrator"))).previews).toEqual([]);
    await take(runId);
    expect(await thread(german)).toContainEqual(["organisation", previews[0]?.words]);
    expect(await thread(english)).toContainEqual(["organisation", previews[1]?.words]);
    expect(await thread(french)).toEqual([]);
    expect((await desk.look(german.id)).chain.filter(({ event }) => event.type === "MessageSent")).toHaveLength(1);
  });

  it("is the one that was looked over, whatever becomes of the template meanwhile", async () => {
    const filed = await begun();
    const runId = await plan(message, filed);
    await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letterTemplate.updateMany({ where: { language: "en" }, data: { text: "Something else." } }),
    );
    const [preview] = (await look(runId)).previews;
    await take(runId);
    expect(preview?.words).toContain("you hear from us by");
    expect(await thread(filed)).toContainEqual(["organisation", preview?.words]);
  });

  it("a template that is not there is not found", async () => {
    const { reference } = await begun();
    const asked = { organisation: desk.organisation, references: [reference], chosenFrom: "" };
    const gone = { ...asked, change: { step: "message", template: "No such" } } as const;
    expect(await planBulk(handler, gone, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("C1: one snooze for many", () => {
  const until = day("2026-12-14");
  const snooze = { step: "snooze", until, wakeOnReply: true } as const;
  const slept = async ({ id }: Filed) => (await desk.look(id)).facts.snooze?.until ?? null;

  it("leaves out what sleeps already, and wakes again only what still sleeps as it was put to sleep", async () => {
    const [one, two, asleep] = [await begun(), await begun(), await begun()];
    const own = day("2026-12-20");
    await desk.step(handler, asleep.id, { step: "snooze", until: own, wakeOnReply: false });
    const runId = await plan(snooze, one, two, asleep);
    await take(runId);
    expect(await outcomes(runId)).toEqual({
      [one.reference]: "done",
      [two.reference]: "done",
      [asleep.reference]: "sleeps_already",
    });
    expect([await slept(one), await slept(two), await slept(asleep)]).toEqual([until, until, own]);
    await desk.step(handler, two.id, { step: "snooze", until: own, wakeOnReply: true });
    expect(await take(runId, true)).toEqual({ ok: true });
    expect([await slept(one), await slept(two), await slept(asleep)]).toEqual([null, own, own]);
    expect((await outcomes(runId))[two.reference]).toBe("changed_meanwhile");
  });

  it("puts nothing to sleep past its date", async () => {
    const filed = await begun();
    const runId = await plan({ ...snooze, until: day("2027-03-01") }, filed);
    expect(await outcomes(runId)).toEqual({ [filed.reference]: "snooze_late" });
    await take(runId);
    expect(await slept(filed)).toBeNull();
  });
});
