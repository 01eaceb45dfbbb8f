import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/actor";
import { foldRequest } from "@/lib/domain/request";
import { openDesk } from "../test-desk";
import { aFile } from "../test-walk";
import { claimMinutes, claimTask } from "./claim-task";
import { openTasks } from "./open-tasks";
import { recordTaskAnswered, recordTaskAsked, recordTaskFailed } from "./record-task";
import { byHttp, systemsAt } from "./test-systems";

let desk: Awaited<ReturnType<typeof openDesk>>;
let systems: ReturnType<typeof systemsAt>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  systems = systemsAt(desk);
  handler = await desk.member("handler");
  await systems.askBy("billing_system", byHttp);
});
afterAll(() => desk?.close());

const later = (minutes: number) => new Date(desk.openedAt.getTime() + minutes * 60_000);
const found = { kind: "done", counts: { billing: 3 }, files: [] } as const;
const of = (taskId: string) => ({ organisation: desk.organisation, task: { taskId } });
const types = async (id: string) => (await desk.look(id)).chain.map(({ event }) => event.type);

describe("the worker asks a machine", () => {
  it("finds what is due, takes it in hand, and gets the question with the least that finds the person", async () => {
    const { taskId, email, reference } = await systems.opened(handler);
    expect(await systems.due(desk.openedAt)).toContain(taskId);
    const claimed = await claimTask(systems.worker, of(taskId), desk.openedAt);
    expect(claimed).toMatchObject({ ok: true, attempts: 0, system: { id: "billing_system", askedBy: byHttp } });
    if (!claimed.ok) throw new Error();
    const { identifiers, ...question } = claimed.question;
    expect(question).toEqual({
      effectKey: `habeas-${taskId}`,
      organisation: "aimarkos",
      reference,
      verb: "export",
      categories: ["billing"],
    });
    expect(identifiers).toEqual({ name: expect.stringContaining("Robin"), email });
  });

  it("two workers do not ask twice; one that was killed is followed by another, under the same effect key", async () => {
    const { taskId } = await systems.opened(handler);
    const both = await Promise.all([1, 2].map(() => claimTask(systems.worker, of(taskId), desk.openedAt)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: "too_early" });
    expect(await systems.due(later(claimMinutes - 1))).not.toContain(taskId);
    expect(await systems.due(later(claimMinutes))).toContain(taskId);
    const again = await claimTask(systems.worker, of(taskId), later(claimMinutes));
    expect(again).toMatchObject({ ok: true, question: { effectKey: `habeas-${taskId}` } });
  });

  it("a system that was stopped is asked nothing", async () => {
    const { taskId } = await systems.opened(handler);
    const stop = (stoppedAt: Date | null) =>
      systems.inHere(({ tx }) => tx.dataSystem.updateMany({ where: { id: "billing_system" }, data: { stoppedAt } }));
    await stop(desk.openedAt);
    expect(await systems.due(later(60))).not.toContain(taskId);
    expect(await claimTask(systems.worker, of(taskId), later(60))).toMatchObject({ refusal: "too_early" });
    await stop(null);
    expect(await systems.due(later(60))).toContain(taskId);
  });

  it("GDPR Art. 12(6): proof that was taken back stops the question, and it goes on when it is there again", async () => {
    const { taskId, id } = await systems.opened(handler);
    await desk.step(handler, id, { step: "reject_proof", kind: "address_on_file", words: "It was another one." });
    expect(await claimTask(systems.worker, of(taskId), desk.openedAt)).toMatchObject({ refusal: "task_needs_proof" });
    expect(await systems.due(later(59))).not.toContain(taskId);
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "Looked again." });
    expect(await claimTask(systems.worker, of(taskId), later(60))).toMatchObject({ ok: true });
  });
});

describe("what came of it is written down once", () => {
  it("asked, answered with counts and files; a second answer changes nothing", async () => {
    const { taskId, id } = await systems.opened(handler);
    const { worker } = systems;
    expect(await recordTaskAsked(worker, { ...of(taskId), again: later(600) }, desk.openedAt)).toMatchObject({
      recorded: true,
    });
    expect((await systems.row(taskId)).nextTryAt).toEqual(later(600));
    const byKey = { organisation: desk.organisation, task: { effectKey: `habeas-${taskId}` } };
    const answers = await Promise.all(
      [1, 2].map(() => recordTaskAnswered(worker, { ...byKey, answer: { ...found, files: [aFile()] } }, desk.openedAt)),
    );
    expect(answers.map((one) => one.ok && one.recorded).sort()).toEqual([false, true]);
    const { facts, chain } = await desk.look(id);
    expect(facts.tasks).toMatchObject([{ state: "answered", answered: { answer: "done", counts: { billing: 3 } } }]);
    expect(foldRequest(chain).tasks).toEqual(facts.tasks);
    expect(await systems.row(taskId)).toMatchObject({ state: "answered", answer: "done", nextTryAt: null });
    expect(await systems.filesOf(taskId)).toMatchObject([{ purpose: "export", requestId: id }]);
    expect(await recordTaskFailed(worker, { ...of(taskId), why: "unreachable", stop: false }, later(1))).toMatchObject({
      recorded: false,
    });
    expect(await recordTaskAsked(worker, { ...of(taskId), again: null }, later(1))).toMatchObject({ recorded: false });
  });

  it("PRV: what the system said is sealed, and the record has codes and counts only", async () => {
    const { taskId, id } = await systems.opened(handler);
    const answer = { kind: "exception", words: "canary-reason a court ordered it kept" } as const;
    await recordTaskAnswered(systems.worker, { ...of(taskId), answer }, desk.openedAt);
    const { words } = await systems.row(taskId);
    expect(words && Buffer.from(words).toString("latin1")).not.toContain("canary");
    expect(JSON.stringify((await desk.look(id)).chain)).not.toContain("canary");
  });

  it("a task that was never asked may be answered, and one that was taken back may not", async () => {
    const { taskId } = await systems.opened(handler);
    const foreign = { ...systems.worker, organisationId: desk.organisations[1]?.id ?? "" };
    expect(await recordTaskAnswered(foreign, { ...of(taskId), answer: found }, desk.openedAt)).toMatchObject({
      refusal: "not_found",
    });
    const { taskId: other, person, id } = await systems.opened(handler);
    await desk.step(person, id, { step: "withdraw" });
    expect(await recordTaskAnswered(systems.worker, { ...of(other), answer: found }, desk.openedAt)).toMatchObject({
      refusal: expect.stringMatching(/task_over|not_open/),
    });
    expect((await systems.row(other)).state).toBe("cancelled");
  });
});

describe("a system that is down never loses the request", () => {
  it("is tried again later each time; the record has the first failure and the end of them, not each try", async () => {
    const { taskId, id } = await systems.opened(handler);
    const { worker } = systems;
    const fail = (stop = false) => recordTaskFailed(worker, { ...of(taskId), why: "unreachable", stop }, desk.openedAt);
    for (let attempt = 1; attempt <= 4; attempt += 1) await fail();
    expect(await systems.row(taskId)).toMatchObject({ state: "failing", attempts: 4, why: "unreachable" });
    expect((await systems.row(taskId)).nextTryAt).toEqual(later(64));
    expect((await types(id)).filter((type) => type === "TaskFailed")).toHaveLength(1);
    await recordTaskAsked(worker, { ...of(taskId), again: null }, later(64));
    expect(await systems.row(taskId)).toMatchObject({ state: "asked", attempts: 0, why: null, nextTryAt: null });
    await fail(true);
    await fail(true);
    expect(await systems.row(taskId)).toMatchObject({ state: "stopped", nextTryAt: null });
    expect((await desk.look(id)).row).toMatchObject({ waitsFor: ["billing_system"] });
    expect((await types(id)).filter((type) => type === "TaskFailed")).toHaveLength(2);
  });
});

describe("opening tasks", () => {
  const chosen = [{ system: "billing_system", verb: "export" }] as const;
  const open = (reference: string, more: object = {}) =>
    openTasks(handler, { organisation: desk.organisation, reference, chosen, ...more }, desk.openedAt);

  it("needs the proof that the right needs (GDPR Art. 12(6))", async () => {
    const { reference } = await systems.worked(handler, { proven: false });
    expect(await open(reference)).toEqual({ ok: false, refusal: "task_needs_proof" });
  });

  it("asks nothing twice, nothing that no right needs, nothing that is not registered, and is no step for an auditor", async () => {
    const { reference } = await systems.worked(handler);
    const both = await Promise.all([open(reference), open(reference)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await open(reference)).toMatchObject({ refusal: "task_there_already" });
    expect(await open(reference, { chosen: [] })).toMatchObject({ refusal: "no_task_chosen" });
    expect(await open(reference, { chosen: [{ system: "billing_system", verb: "erase" }] })).toMatchObject({
      refusal: "not_found",
    });
    expect(await open(reference, { chosen: [{ system: "payroll", verb: "export" }] })).toMatchObject({
      refusal: "not_found",
    });
    const auditor = await desk.member("auditor");
    const input = {
      organisation: desk.organisation,
      reference,
      chosen: [{ system: "accounts", verb: "export" }],
    } as const;
    expect(await openTasks(auditor, input, desk.openedAt)).toMatchObject({ refusal: "not_your_role" });
  });

  it("is due inside the answer's own day, whatever was typed", async () => {
    const { reference, id } = await systems.worked(handler);
    const done = await open(reference, { dueOn: "2030-01-01" });
    const { row } = await desk.look(id);
    expect(done).toMatchObject({ ok: true, tasks: [{ dueOn: row.dueOn?.toISOString().slice(0, 10) }] });
    expect(row.waitsSince?.toISOString().slice(0, 10)).toBe("2026-12-04");
  });
});
