import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { erasureStatementOf } from "@/lib/db/erasure-statement";
import { verifyText } from "@/lib/db/signing-key";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
import { signedText } from "@/lib/domain/receipt";
import type { SystemTask } from "@/lib/domain/systems/task";
import { sweep } from "@/lib/jobs/sweep";
import { signedErasureOfOwn } from "@/lib/queries/erasure-told";
import { openTasks } from "./tasks/open-tasks";
import { recordTaskAnswered } from "./tasks/record-task";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let approver: StaffActor;
const filedOn = calendarDate("2026-12-04");
const noon = (day: string) => new Date(`${day}T17:00:00Z`);
const onDay = (days: number) => noon(plusDays(filedOn, days));
beforeAll(async () => {
  desk = await openDesk(noon(filedOn));
  [handler, approver] = [await desk.member("handler"), await desk.member("approver")];
});
afterAll(() => desk?.close());

const known = { createdOn: { billing: calendarDate("2026-10-31") } };
const granted = [{ right: "erasure", outcome: "granted", ground: null }] as const;

/** An erasure request in progress, with or without the proof that it needs. */
async function asked(proven = true) {
  const filed = await desk.file({ rights: ["erasure"] });
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  if (proven)
    await desk.step(handler, filed.id, { step: "accept_proof", kind: "address_on_file", words: "Looked it up." });
  return filed;
}
async function planned() {
  const filed = await asked();
  expect(await desk.step(handler, filed.id, { step: "plan_erasure", known })).toMatchObject({ ok: true });
  return filed;
}
/** The sweep of that day, and what it had systems asked. */
async function swept(id: string, days: number): Promise<readonly SystemTask[]> {
  await sweep({ smtpUrl: undefined }, onDay(days));
  return (await desk.look(id)).facts.tasks;
}
const answers = (taskId: string, answer: Parameters<typeof recordTaskAnswered>[1]["answer"], days: number) =>
  recordTaskAnswered(handler, { organisation: desk.organisation, task: { taskId }, answer }, onDay(days));

describe("an erasure is planned, released by somebody else, and begun on its day", () => {
  it("A12: the plan has each system's categories with what becomes of them, and moves nothing", async () => {
    const { id } = await planned();
    const { facts } = await desk.look(id);
    expect(facts.state).toBe("in_progress");
    expect(facts.plan?.holes).toEqual([]);
    expect(facts.plan?.lines.map(({ category, action, by, until }) => [category, action, by ?? until])).toEqual([
      ["account", "erase", "2027-01-03"],
      ["campaigns", "erase", "2027-01-03"],
      ["agent_logs", "erase", "2027-01-03"],
      ["inbox", "erase", "2027-01-03"],
      ["billing", "keep_until", "2033-10-31"],
    ]);
    expect(facts.tasks).toEqual([]);
  });

  it("whoever planned does not release; without proof nobody does; without a plan nothing waits", async () => {
    const both = await desk.member("handler", "approver");
    const { id } = await asked();
    expect(await desk.step(approver, id, { step: "release_plan" })).toMatchObject({ refusal: "no_plan_waits" });
    await desk.step(both, id, { step: "plan_erasure", known });
    expect(await desk.step(both, id, { step: "release_plan" })).toMatchObject({ refusal: "four_eyes_plan" });
    await desk.step(handler, id, { step: "reject_proof", kind: "address_on_file", words: "It was another one." });
    expect(await desk.step(approver, id, { step: "release_plan" })).toMatchObject({ refusal: "proof_missing" });
  });

  it("tells the person the day and begins on it, not before, once; the answer waits for every line", async () => {
    const { id, person } = await planned();
    await desk.step(approver, id, { step: "release_plan" });
    expect((await desk.look(id)).facts.plan?.released?.effectsFrom).toBe("2026-12-07");
    expect(await swept(id, 2)).toEqual([]);
    const prepare = { step: "prepare", words: "Done.", outcomes: [...granted], files: [] } as const;
    expect(await desk.step(handler, id, prepare, onDay(2))).toMatchObject({ refusal: "erasure_owed" });
    // All systems of the example have a place of their own: one is asked after the other.
    const [first, ...none] = await swept(id, 3);
    expect([first?.verb, first?.categories, none]).toEqual(["erase", ["account"], []]);
    expect(await swept(id, 3)).toHaveLength(1);
    await answers(first?.id ?? "", { kind: "done", counts: { account: 1 }, files: [] }, 4);
    const second = (await desk.look(id)).facts.tasks[1];
    expect(second?.categories).toEqual(["campaigns", "agent_logs"]);
    expect(await desk.step(handler, id, prepare, onDay(4))).toMatchObject({ refusal: "erasure_owed" });
    await answers(second?.id ?? "", { kind: "not_found" }, 5);
    const third = (await desk.look(id)).facts.tasks[2];
    await answers(third?.id ?? "", { kind: "exception", words: "A court ordered the thread kept." }, 6);
    expect((await desk.look(id)).facts.tasks).toHaveLength(3);
    expect(await desk.step(handler, id, prepare, onDay(6))).toMatchObject({ ok: true });
    expect(erasureStatementOf(await desk.look(id), {})).toBeNull();
    await desk.step(approver, id, { step: "release" }, onDay(6));
    const signed = await signedErasureOfOwn(
      person,
      { organisation: desk.organisation, reference: (await desk.look(id)).reference },
      onDay(7),
    );
    expect(signed?.statement.lines.map(({ category, outcome, on, until }) => [category, outcome, on ?? until])).toEqual(
      [
        ["account", "erased", "2026-12-08"],
        ["campaigns", "not_found", "2026-12-09"],
        ["agent_logs", "not_found", "2026-12-09"],
        ["inbox", "exception", "2026-12-10"],
        ["billing", "kept_until", "2033-10-31"],
      ],
    );
    expect(signed?.statement.lines[3]?.because).toBe("A court ordered the thread kept.");
    expect(signed && verifyText(signedText(signed.statement), signed.signature, signed.publicKey)).toBe(true);
    const stranger = { ...person, proven: false };
    const own = { organisation: desk.organisation, reference: signed?.statement.reference ?? "" };
    expect(await signedErasureOfOwn(stranger, own, onDay(7))).toBeNull();
  });

  it("a person who withdraws while there is time loses nothing", async () => {
    const { id, person } = await planned();
    await desk.step(approver, id, { step: "release_plan" });
    expect(await desk.step(person, id, { step: "withdraw" }, onDay(2))).toMatchObject({ ok: true });
    expect(await swept(id, 3)).toEqual([]);
    expect((await desk.look(id)).row.eraseFrom).toBeNull();
  });

  it("proof that is taken back in the waiting time stops the beginning, loudly waiting, until it is there again", async () => {
    const { id } = await planned();
    await desk.step(approver, id, { step: "release_plan" });
    await desk.step(
      handler,
      id,
      { step: "reject_proof", kind: "address_on_file", words: "It was another one." },
      onDay(1),
    );
    expect(await swept(id, 3)).toEqual([]);
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "Looked again." }, onDay(4));
    expect(await swept(id, 4)).toHaveLength(1);
  });

  it("a plan with a hole is not released; a returned one is planned anew", async () => {
    const { id } = await asked();
    const { id: organisationId } = desk.organisation;
    const owner = new pg.Client({ connectionString: desk.ownerUrl });
    await owner.connect();
    const keeps = (categories: string) =>
      owner.query(
        `select set_config('app.organisation', '${organisationId}', false); update data_system set categories = '${categories}' where id = 'billing_system' and organisation_id = '${organisationId}'`,
      );
    await keeps("{photos}");
    await desk.step(handler, id, { step: "plan_erasure", known });
    expect(await desk.step(approver, id, { step: "release_plan" })).toMatchObject({ refusal: "plan_has_holes" });
    await desk.step(approver, id, { step: "return_plan", words: "Bills lie nowhere." });
    expect((await desk.look(id)).facts.plan).toBeNull();
    await keeps("{billing}");
    await owner.end();
    await desk.step(handler, id, { step: "plan_erasure", known });
    expect(await desk.step(approver, id, { step: "release_plan" })).toMatchObject({ ok: true });
  });

  it("staff may have systems looked into before it, and what was found stands in the plan", async () => {
    const { id, reference } = await asked();
    const { organisation } = desk;
    const erase = { organisation, reference, chosen: [{ system: "accounts", verb: "erase" as const }] };
    expect(await openTasks(handler, erase, onDay(0))).toMatchObject({ ok: false });
    const look = { organisation, reference, chosen: [{ system: "accounts", verb: "look_up" as const }] };
    const opened = await openTasks(handler, look, onDay(0));
    if (!opened.ok) throw new Error(opened.refusal);
    await answers(opened.tasks[0]?.id ?? "", { kind: "done", counts: { account: 4 }, files: [] }, 0);
    await desk.step(handler, id, { step: "plan_erasure", known });
    const counts = (await desk.look(id)).facts.plan?.lines.map(({ category, count }) => [category, count]);
    expect(counts?.slice(0, 2)).toEqual([
      ["account", 4],
      ["campaigns", null],
    ]);
  });
});

describe("the database refuses the same, whatever the code above does", () => {
  const write = async (id: string, type: string, payload: object, staffId: string | null, day = "2026-12-04") => {
    const { chain } = await desk.look(id);
    const last = chain.at(-1);
    const client = new pg.Client({ connectionString: desk.appUrl });
    await client.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.organisation', $1, true)", [desk.organisation.id]);
      await client.query(
        `insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload, previous_hash, hash)
         values (gen_random_uuid(), $1, $2, $2, $3, $4, $5, $6, now(), $7, $8, $9, $10)`,
        [
          desk.organisation.id,
          id,
          (last?.seq ?? 0) + 1,
          type,
          staffId ? "staff" : "system",
          staffId ?? "sweep",
          day,
          JSON.stringify({ type, ...payload }),
          last?.hash,
          "e".repeat(64),
        ],
      );
      return "written";
    } catch (fault) {
      return String(fault);
    } finally {
      await client.query("rollback");
      await client.end();
    }
  };
  const effectsFrom = { effectsFrom: "2026-12-04" };

  it("a release by whoever planned, without a plan, or without proof", async () => {
    const { id } = await planned();
    expect(await write(id, "ErasurePlanReleased", effectsFrom, handler.staffId)).toContain("somebody else");
    expect(await write(id, "ErasurePlanReleased", effectsFrom, approver.staffId)).toBe("written");
    const bare = await asked();
    expect(await write(bare.id, "ErasurePlanReleased", effectsFrom, approver.staffId)).toContain("somebody else");
    const unproven = await asked(false);
    await desk.step(handler, unproven.id, { step: "plan_erasure", known });
    expect(await write(unproven.id, "ErasurePlanReleased", effectsFrom, approver.staffId)).toContain("gate is shut");
  });

  it("a beginning that nobody released, or before its day; a task to erase before the beginning", async () => {
    const { id } = await planned();
    expect(await write(id, "ErasureBegun", {}, null)).toContain("released plan");
    const tasks = [{ task: "00000000-0000-7000-8000-000000000001", system: "accounts", verb: "erase", categories: [] }];
    await desk.step(approver, id, { step: "release_plan" });
    expect(await write(id, "ErasureBegun", {}, null, "2026-12-06")).toContain("on its day");
    expect(await write(id, "TasksOpened", { tasks }, null)).toContain("has begun");
    expect(await write(id, "ErasureBegun", {}, null, "2026-12-07")).toBe("written");
  });
});
