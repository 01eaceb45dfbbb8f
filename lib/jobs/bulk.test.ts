import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BulkAsked, planBulk } from "@/lib/commands/plan-bulk";
import { takeBulk } from "@/lib/commands/take-bulk";
import { openDesk } from "@/lib/commands/test-desk";
import { workBulk } from "@/lib/commands/work-bulk";
import { setRoles } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { BulkStep } from "@/lib/domain/bulk";
import { bulkRun } from "@/lib/queries/bulk-run";
import { workOff } from "./test-worker";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let colleague: StaffActor;

beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
  colleague = await desk.member("handler");
}, 60_000);
afterAll(() => desk.close());

async function plan(step: BulkStep, references: readonly string[], to: string | null = null, actor = handler) {
  const { organisation, openedAt } = desk;
  const change = step === "assign" ? { step, to } : ({ step } as BulkAsked);
  return planned(await planBulk(actor, { organisation, change, references, chosenFrom: "view:open" }, openedAt));
}
function planned(done: Awaited<ReturnType<typeof planBulk>>): string {
  if (!done.ok) throw new Error(done.refusal);
  return done.runId;
}
const take = (runId: string, undo = false, actor = handler) =>
  takeBulk(actor, { organisation: desk.organisation, runId, undo }, desk.openedAt);
async function look(runId: string) {
  const view = await bulkRun(handler, { organisation: desk.organisation, runId }, desk.openedAt);
  if (!view) throw new Error("no such run");
  return view;
}
const outcomes = async (runId: string) =>
  Object.fromEntries((await look(runId)).lines.map(({ reference, outcome }) => [reference, outcome]));
async function confirmed() {
  const filed = await desk.file();
  await desk.confirm(filed.id);
  return filed;
}
async function owner(id: string) {
  return (await desk.look(id)).facts.assignedTo;
}
const eventsOf = async (id: string, type: string) =>
  (await desk.look(id)).chain.filter(({ event }) => event.type === type);

describe("one step for many requests", () => {
  it("takes nothing before it is looked over; then what can is done, and what cannot says why", async () => {
    const [open, unconfirmed] = [await confirmed(), await desk.file()];
    const runId = await plan("begin", [open.reference, unconfirmed.reference]);
    const expected = { [open.reference]: "done", [unconfirmed.reference]: "not_open_in_this_state" };
    expect(await outcomes(runId)).toEqual(expected);
    expect((await desk.look(open.id)).facts.state).toBe("open");

    expect(await take(runId)).toEqual({ ok: true });
    expect(await outcomes(runId)).toEqual(expected);
    expect((await look(runId)).lines[0]?.reference).toBe(unconfirmed.reference);
    const [begun] = await eventsOf(open.id, "WorkBegun");
    expect(begun).toMatchObject({ actorKind: "staff", actorId: handler.staffId });
    expect(await take(runId, true)).toEqual({ ok: false, refusal: "not_open_in_this_state" });
  });

  it("leaves alone what somebody changed after it was looked over", async () => {
    const request = await confirmed();
    const runId = await plan("begin", [request.reference]);
    await desk.step(colleague, request.id, { step: "note", words: "I am on it." });
    await take(runId);
    expect(await outcomes(runId)).toEqual({ [request.reference]: "changed_meanwhile" });
    expect((await desk.look(request.id)).facts.state).toBe("open");
  });

  it("gives back to whoever had it, unless it got yet another owner", async () => {
    const [one, two] = [await confirmed(), await confirmed()];
    await desk.step(handler, one.id, { step: "assign", to: colleague.staffId });
    const runId = await plan("assign", [one.reference, two.reference], handler.staffId);
    await take(runId);
    expect([await owner(one.id), await owner(two.id)]).toEqual([handler.staffId, handler.staffId]);
    await desk.step(handler, two.id, { step: "assign", to: colleague.staffId });
    await take(runId, true);
    expect([await owner(one.id), await owner(two.id)]).toEqual([colleague.staffId, colleague.staffId]);
    const undone = (await look(runId)).lines.map(({ reference, undone }) => [reference, undone]);
    expect(Object.fromEntries(undone)).toEqual({ [one.reference]: "done", [two.reference]: "changed_meanwhile" });
  });

  it("ATK-T1: a row, a run and an owner of another organisation are not there", async () => {
    const elsewhere = desk.organisations.find(({ id }) => id !== desk.organisation.id);
    if (!elsewhere) throw new Error("one organisation alone");
    const [own, foreign] = [await confirmed(), await desk.file({}, desk.openedAt, elsewhere)];
    const runId = await plan("assign", [own.reference, foreign.reference], handler.staffId);
    expect(Object.keys(await outcomes(runId))).toEqual([own.reference]);

    const stranger: StaffActor = { ...handler, organisationId: elsewhere.id };
    expect(await bulkRun(stranger, { organisation: elsewhere, runId }, desk.openedAt)).toBeNull();
    const theirs = await takeBulk(stranger, { organisation: elsewhere, runId, undo: false }, desk.openedAt);
    expect(theirs).toEqual({ ok: false, refusal: "not_found" });
    expect(await take(runId, false, colleague)).toEqual({ ok: false, refusal: "not_found" });
    const { organisation, openedAt } = desk;
    const toNobodyHere = {
      organisation,
      change: { step: "assign", to: randomUUID() },
      references: [own.reference],
      chosenFrom: "",
    } as const;
    expect(await planBulk(handler, toNobodyHere, openedAt)).toEqual({ ok: false, refusal: "not_found" });
    const auditor = await desk.member("auditor");
    const notTheirs = { ...toNobodyHere, change: { step: "assign", to: null } } as const;
    expect(await planBulk(auditor, notTheirs, openedAt)).toEqual({ ok: false, refusal: "not_your_role" });
  });

  it("many are done by a job: once each, however often it starts, and with the roles that are held by then", async () => {
    const filed = [];
    for (let count = 0; count < 27; count += 1) filed.push(await desk.file());
    const runId = await plan(
      "assign",
      filed.map(({ reference }) => reference),
      handler.staffId,
    );
    await Promise.all([take(runId), take(runId)]);
    expect((await look(runId)).state).toBe("running");
    expect(await owner(filed[0]?.id ?? "")).toBeNull();

    const of = { organisation: desk.organisation, runId };
    await Promise.all([workBulk(of, desk.openedAt), workBulk(of, desk.openedAt)]);
    await workOff(desk.ownerUrl, desk.openedAt);
    expect(await look(runId)).toMatchObject({ state: "done", settled: 27 });
    for (const { id } of filed) expect(await eventsOf(id, "RequestAssigned")).toHaveLength(1);
    const taken = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.event.findMany({ where: { type: "BulkTaken" }, select: { payload: true } }),
    );
    const event = { type: "BulkTaken", runId, step: "assign", rows: 27, from: "view:open" };
    expect(taken.filter(({ payload }) => JSON.stringify(payload).includes(runId))).toEqual([{ payload: event }]);

    // The job of a member who left meanwhile finds no role.
    await take(runId, true);
    await inOrganisation(desk.organisation.id, (scope) => setRoles(scope, handler.staffId, []));
    await workOff(desk.ownerUrl, desk.openedAt);
    const after = await look(runId);
    expect(after.state).toBe("undone");
    expect(after.lines.every(({ undone }) => undone === "not_your_role")).toBe(true);
  }, 60_000);
});
