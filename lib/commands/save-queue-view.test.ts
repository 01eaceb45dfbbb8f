import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { usualLook } from "@/lib/domain/queue-look";
import { removeViewForm, saveViewForm } from "@/lib/forms/queue-views";
import { queueLook, savedViews } from "@/lib/queries/saved-views";
import { chooseQueueLook } from "./choose-queue-look";
import { removeQueueView } from "./remove-queue-view";
import { mostViews, saveQueueView } from "./save-queue-view";
import { named, openDesk } from "./test-desk";

const now = new Date("2026-12-04T10:00:00Z");
let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let approver: StaffActor;
beforeAll(async () => {
  desk = await openDesk(now);
  [handler, approver] = [await desk.member("handler"), await desk.member("approver")];
});
afterAll(() => desk.close());

const save = (actor: StaffActor, name: string, shared: boolean, id?: string) =>
  saveQueueView(
    actor,
    { organisation: desk.organisation, view: { id, name, query: "q=right%3Aerasure", shared } },
    now,
  );
const remove = (actor: StaffActor, id: string) => removeQueueView(actor, { organisation: desk.organisation, id }, now);
const names = async (actor: StaffActor) => (await savedViews(actor)).map(({ name }) => name);
const recorded = () =>
  inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.event.findMany({ where: { type: { startsWith: "SharedView" } }, orderBy: { seq: "asc" } }),
  );

it("keeps a view for oneself, which nobody else sees, renames or removes", async () => {
  const saved = await save(approver, "Erasures", false);
  if (!saved.ok) throw new Error(saved.refusal);
  expect([await names(approver), await names(handler)]).toEqual([["Erasures"], []]);
  expect(await save(handler, "Mine now", false, saved.id)).toMatchObject({ refusal: "not_found" });
  expect(await save(handler, "Mine now", true, saved.id)).toMatchObject({ refusal: "not_found" });
  expect(await remove(handler, saved.id)).toMatchObject({ refusal: "not_found" });
  expect(await save(approver, "Deletions", false, saved.id)).toMatchObject({ ok: true });
  expect(await names(approver)).toEqual(["Deletions"]);
  expect(await remove(approver, saved.id)).toEqual({ ok: true });
  expect([await names(approver), await recorded()]).toEqual([[], []]);
});

it("keeps a view for everybody: handlers and the DPO share, rename and remove it, and the record says so", async () => {
  expect(await save(approver, "For all", true)).toMatchObject({ refusal: "not_your_role" });
  const saved = await save(handler, "For all", true);
  if (!saved.ok) throw new Error(saved.refusal);
  expect(await names(approver)).toEqual(["For all"]);
  expect(await remove(approver, saved.id)).toMatchObject({ refusal: "not_found" });
  const dpo = await desk.member("dpo");
  expect(await save(dpo, "All erasures", true, saved.id)).toMatchObject({ ok: true });
  expect(await remove(dpo, saved.id)).toEqual({ ok: true });
  expect(await names(approver)).toEqual([]);
  expect((await recorded()).map(({ type, payload }) => [type, payload])).toEqual([
    ["SharedViewSaved", { type: "SharedViewSaved", viewId: saved.id, query: "q=right%3Aerasure" }],
    ["SharedViewSaved", { type: "SharedViewSaved", viewId: saved.id, query: "q=right%3Aerasure" }],
    ["SharedViewRemoved", { type: "SharedViewRemoved", viewId: saved.id }],
  ]);
});

it("keeps nobody who was looked for, asks before everybody's view goes, and has an end", async () => {
  const from = `/console?view=due&q=right%3Aerasure&name=${"0".repeat(64)}&after=2026-12-04~x`;
  expect(saveViewForm.parse({ name: " Due ", from }).from).toBe("view=due&q=right%3Aerasure");
  expect(saveViewForm.parse({ name: "Due", from: "https://elsewhere.example/" }).from).toBe("");
  const id = "0b9f8a52-6a0b-4d59-9d4e-0d8d4a3a1a11";
  expect(removeViewForm.safeParse({ id, shared: "yes" }).success).toBe(false);
  expect(removeViewForm.safeParse({ id, shared: "yes", sure: "yes" }).success).toBe(true);
  expect(removeViewForm.safeParse({ id }).success).toBe(true);
  for (let count = 0; count < mostViews; count++) await save(approver, `View ${count}`, false);
  expect(await save(approver, "One more", false)).toMatchObject({ refusal: "too_many_views" });
});

it("belongs to one organisation, and so does the look of the table", async () => {
  const ares = named(desk.organisations, "ares");
  const elsewhere = { ...approver, organisationId: ares.id };
  expect(await names(elsewhere)).toEqual([]);
  expect(
    await saveQueueView(
      elsewhere,
      { organisation: desk.organisation, view: { name: "x", query: "", shared: false } },
      now,
    ),
  ).toMatchObject({ refusal: "not_found" });
  expect(await queueLook(handler)).toEqual(usualLook);
  await chooseQueueLook(handler, { columns: ["due", "right"], density: "compact" });
  expect(await queueLook(handler)).toEqual({ columns: ["right", "due"], density: "compact" });
  expect([await queueLook(approver), await queueLook({ ...handler, organisationId: ares.id })]).toEqual([
    usualLook,
    usualLook,
  ]);
});
