import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerBehind } from "@/lib/auth/owner";
import { taskKeyLimits } from "@/lib/db/task-keys";
import type { OwnerActor, StaffActor } from "@/lib/domain/actor";
import { ownerTask, taskLinkStanding } from "@/lib/queries/owner-task";
import { readyLetter } from "../ready-letter";
import { recordLetter } from "../record-letter";
import { openDesk } from "../test-desk";
import { aFile } from "../test-walk";
import { askOwnerLetter, enterTask } from "./owner-door";
import { recordTaskAnswered } from "./record-task";
import { systemsAt } from "./test-systems";
import { askTaskAgain, cancelTask } from "./turn-task";

let desk: Awaited<ReturnType<typeof openDesk>>;
let systems: ReturnType<typeof systemsAt>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  systems = systemsAt(desk);
  handler = await desk.member("handler");
  await systems.askBy("billing_system", { kind: "manual", instructions: "Look in the ledger." }, "finance@example.com");
  await systems.askBy("accounts", { kind: "manual" }, "platform@example.com");
});
afterAll(() => desk?.close());

const visitor = () => ({ kind: "visitor", organisationId: desk.organisation.id }) as const;
const later = (minutes: number) => new Date(desk.openedAt.getTime() + minutes * 60_000);
const lettersOf = (taskId: string, kind: string) =>
  systems.inHere(({ tx }) =>
    tx.letter.findMany({ where: { kind, facts: { path: ["task"], equals: taskId } }, orderBy: { queuedAt: "desc" } }),
  );

/** The newest letter of its kind leaves; what stood in it. */
async function post(taskId: string, kind: string, now = desk.openedAt) {
  const { organisation } = desk;
  const system = { kind: "system", organisationId: organisation.id, task: "send_letter" } as const;
  const letterId = (await lettersOf(taskId, kind))[0]?.id ?? "";
  const ready = await readyLetter(system, { organisation, letterId }, now);
  const outcome = { status: "sent", subject: "", text: "" } as const;
  await recordLetter(system, { organisation, letterId, outcome }, now);
  return { to: ready?.to, token: ready?.secrets?.token ?? "", code: ready?.secrets?.code ?? "" };
}

async function codeFor(taskId: string, token: string, now = desk.openedAt) {
  await askOwnerLetter(visitor(), { organisation: desk.organisation, token, want: "code" }, now);
  return (await post(taskId, "owner_code", now)).code;
}

const enter = (token: string, code: string, now = desk.openedAt) =>
  enterTask(visitor(), { organisation: desk.organisation, token, code }, now);

/** A task whose owner has it open. */
async function entered(system = "billing_system") {
  const opened = await systems.opened(handler, system);
  const { token } = await post(opened.taskId, "owner_task");
  const done = await enter(token, await codeFor(opened.taskId, token));
  if (!done.ok) throw new Error(done.refusal);
  const owner = await ownerBehind(desk.organisation, done.session, desk.openedAt);
  if (!owner) throw new Error("no owner");
  return { ...opened, token, owner, session: done.session };
}
const see = (owner: OwnerActor) => ownerTask(owner, desk, desk.openedAt);

describe("an owner comes by link and code", () => {
  it("the letter goes to the register's address; asked means that it left", async () => {
    const { taskId, id } = await systems.opened(handler);
    expect((await desk.look(id)).facts.tasks).toMatchObject([{ state: "open" }]);
    expect(await post(taskId, "owner_task")).toMatchObject({ to: "finance@example.com", code: "" });
    expect((await desk.look(id)).facts.tasks).toMatchObject([{ state: "asked", askedOn: "2026-12-04" }]);
  });

  it("GDPR Art. 5(1)(c): sees what to look for, where, and no more of the person than the system needs", async () => {
    const { owner, email, reference } = await entered();
    expect(await see(owner)).toMatchObject({
      reference,
      system: "Billing",
      verb: "export",
      about: { name: expect.stringContaining("Robin"), email },
      instructions: "Look in the ledger.",
      categories: [{ id: "billing" }],
    });
  });

  it("answers once, with files that lie with the request; then the page, the link and the codes open nothing", async () => {
    const { owner, taskId, token, session, id } = await entered();
    const answer = { kind: "done", counts: { billing: 2 }, files: [aFile()], words: "canary from the ledger" } as const;
    const given = { organisation: desk.organisation, task: { taskId }, answer };
    const both = await Promise.all([1, 2].map(() => recordTaskAnswered(owner, given, desk.openedAt)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { chain } = await desk.look(id);
    expect(chain.at(-1)).toMatchObject({
      actorKind: "owner",
      actorId: "billing_system",
      event: { type: "TaskAnswered" },
    });
    expect(await see(owner)).toBeNull();
    expect(await ownerBehind(desk.organisation, session, desk.openedAt)).toBeNull();
    expect(await taskLinkStanding(visitor(), { organisation: desk.organisation, token }, desk.openedAt)).toBe("over");
    expect(await recordTaskAnswered(owner, given, desk.openedAt)).toMatchObject({ refusal: "task_over" });
  });

  it("a letter that came back stops the task where staff see it, and asking again brings a new link", async () => {
    const { taskId, id } = await systems.opened(handler);
    const { organisation } = desk;
    const system = { kind: "system", organisationId: organisation.id, task: "send_letter" } as const;
    const letterId = (await lettersOf(taskId, "owner_task"))[0]?.id ?? "";
    const outcome = { status: "failed", reason: "550", permanent: true } as const;
    await recordLetter(system, { organisation, letterId, outcome }, desk.openedAt);
    expect((await desk.look(id)).facts.tasks).toMatchObject([{ state: "stopped", failing: { why: "undeliverable" } }]);
    expect(await askTaskAgain(handler, { organisation, task: { taskId } }, later(1))).toEqual({ ok: true });
    expect(await lettersOf(taskId, "owner_task")).toHaveLength(2);
  });
});

describe("ATK-I5, ATK-S1: what opens one task opens nothing else", () => {
  it("a guessed link is nothing, and asking with it sends nothing and says the same", async () => {
    const token = "g".repeat(43);
    const at = { organisation: desk.organisation, token };
    expect(await taskLinkStanding(visitor(), at, desk.openedAt)).toBe("over");
    const before = await systems.inHere(({ tx }) => tx.letter.count());
    await askOwnerLetter(visitor(), { ...at, want: "code" }, desk.openedAt);
    await askOwnerLetter(visitor(), { ...at, want: "link" }, desk.openedAt);
    expect(await systems.inHere(({ tx }) => tx.letter.count())).toBe(before);
    expect(await enter(token, "12345678")).toMatchObject({ refusal: "link_dead" });
  });

  it("a code fits its own task, once, and is dead after five tries", async () => {
    const one = await systems.opened(handler);
    const other = await systems.opened(handler, "accounts");
    const [mine, theirs] = [await post(one.taskId, "owner_task"), await post(other.taskId, "owner_task")];
    const code = await codeFor(one.taskId, mine.token);
    expect(await enter(theirs.token, code)).toMatchObject({ refusal: "wrong_code" });
    expect(await enter(mine.token, code)).toMatchObject({ ok: true });
    expect(await enter(mine.token, code)).toMatchObject({ refusal: "wrong_code" });
    const second = await codeFor(one.taskId, mine.token, later(1));
    expect(second).toMatch(/^\d{8}$/);
    const wrong = second === "00000000" ? "00000001" : "00000000";
    const tries = Array.from({ length: taskKeyLimits.codeTries }, () => enter(mine.token, wrong, later(1)));
    await Promise.all(tries);
    expect(await enter(mine.token, second, later(1))).toMatchObject({ refusal: "wrong_code" });
    const third = await codeFor(one.taskId, mine.token, later(2));
    expect(await enter(mine.token, third, later(2))).toMatchObject({ ok: true });
  });

  it("a code is good for ten minutes, a link for thirty days, and then it has a new one sent to the same mailbox", async () => {
    const { taskId } = await systems.opened(handler);
    const { token } = await post(taskId, "owner_task");
    const code = await codeFor(taskId, token);
    expect(await enter(token, code, later(taskKeyLimits.codeMinutes + 1))).toMatchObject({ refusal: "wrong_code" });
    const after = later(taskKeyLimits.linkDays * 1_440 + 1);
    const at = { organisation: desk.organisation, token };
    expect(await taskLinkStanding(visitor(), at, after)).toBe("old");
    expect(await enter(token, code, after)).toMatchObject({ refusal: "link_dead" });
    await askOwnerLetter(visitor(), { ...at, want: "code" }, after);
    expect(await lettersOf(taskId, "owner_code")).toHaveLength(1);
    await askOwnerLetter(visitor(), { ...at, want: "link" }, after);
    const fresh = await post(taskId, "owner_reminder", after);
    expect(fresh.to).toBe("finance@example.com");
    expect(await taskLinkStanding(visitor(), { ...at, token: fresh.token }, after)).toBe("alive");
  });

  it("another organisation knows neither link nor browser", async () => {
    const { token, session, owner } = await entered();
    const ares = desk.organisations.find(({ slug }) => slug === "ares");
    if (!ares) throw new Error();
    const stranger = { kind: "visitor", organisationId: ares.id } as const;
    expect(await taskLinkStanding(stranger, { organisation: ares, token }, desk.openedAt)).toBe("over");
    expect(await ownerBehind(ares, session, desk.openedAt)).toBeNull();
    expect(await ownerTask(owner, { organisation: ares }, desk.openedAt)).toBeNull();
  });

  it("an owner answers no other task, whatever they post", async () => {
    const { owner } = await entered();
    const { taskId } = await systems.opened(handler, "accounts");
    const answer = { kind: "not_found" } as const;
    const given = { organisation: desk.organisation, task: { taskId }, answer };
    expect(await recordTaskAnswered(owner, given, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
  });

  it("GDPR Art. 12(6): where the proof was taken back the open page shows nobody, and no browser is let in", async () => {
    const { owner, id, token, taskId } = await entered();
    const code = await codeFor(taskId, token, later(1));
    expect(code).toMatch(/^\d{8}$/);
    await desk.step(handler, id, { step: "reject_proof", kind: "address_on_file", words: "Another one." });
    expect(await see(owner)).toBeNull();
    expect(await enter(token, code)).toMatchObject({ refusal: "link_dead" });
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "Looked." });
    expect(await see(owner)).not.toBeNull();
  });

  it("what was taken back, or withdrawn by the person, is shut at once", async () => {
    const first = await entered();
    await cancelTask(handler, { organisation: desk.organisation, task: { taskId: first.taskId } }, desk.openedAt);
    const second = await entered();
    await desk.step(second.person, second.id, { step: "withdraw" });
    for (const { owner, session } of [first, second]) {
      expect(await see(owner)).toBeNull();
      expect(await ownerBehind(desk.organisation, session, desk.openedAt)).toBeNull();
    }
  });

  it("five codes an hour, and no more letters", async () => {
    const { taskId } = await systems.opened(handler);
    const { token } = await post(taskId, "owner_task");
    for (let turn = 0; turn < taskKeyLimits.codesAnHour + 2; turn += 1) {
      await askOwnerLetter(visitor(), { organisation: desk.organisation, token, want: "code" }, desk.openedAt);
    }
    expect(await lettersOf(taskId, "owner_code")).toHaveLength(taskKeyLimits.codesAnHour);
  });
});
