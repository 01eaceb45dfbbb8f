import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedRequests } from "@/bench/seed-requests";
import { openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { QueueFilter } from "@/lib/domain/queue";
import { readQueueFilter } from "@/lib/forms/console-queue";
import { exportedRows } from "./export-queue";
import { type QueueRow, queuePage } from "./queue";

const day = { today: calendarDate("2026-12-04"), soonDays: 7 };
let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;

beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
});
afterAll(() => desk.close());

async function references(filter: QueueFilter): Promise<string[]> {
  return (await queuePage(handler, filter, day)).rows.map(({ reference }) => reference);
}
const inPlace = (place: string) => readQueueFilter({ q: `place:${place}` });

describe("the query language in the rows", () => {
  const found = async (q: string) => references(readQueueFilter({ q }));

  it("finds by each word, takes several values, and leaves out", async () => {
    const filed = await desk.file({ country: "SE", rights: ["erasure", "access"] });
    const other = await desk.file({ country: "FI", rights: ["objection"] });
    await desk.confirm(filed.id);
    await desk.confirm(other.id);
    await desk.step(handler, filed.id, { step: "begin" });
    await desk.step(handler, filed.id, { step: "extend", words: "Eleven workspaces have to be searched one by one." });
    const both = new Set([filed.reference, other.reference]);
    expect(new Set(await found("status:open place:SE,FI"))).toEqual(both);
    expect(await found("status:open place:SE,FI -right:objection")).toEqual([filed.reference]);
    expect(await found("status:open right:objection,bias_report place:FI")).toEqual([other.reference]);
    expect(await found("status:started place:SE,FI")).toEqual([filed.reference]);
    expect(await found("status:open place:SE,FI extended:no")).toEqual([other.reference]);
    expect(await found("status:open place:SE,FI extended:yes")).toEqual([filed.reference]);
    expect(await found("status:open place:SE,FI -assignee:none")).toEqual([filed.reference]);
    expect(await found("status:open place:SE,FI assignee:me")).toEqual([filed.reference]);
    expect(await found("status:open place:SE,FI proof:none")).toEqual([filed.reference]);
    expect(await found("status:open place:SE,FI due:<40d")).toEqual([other.reference]);
    expect(await found("status:open place:SE,FI due:>40d,overdue,none")).toEqual([filed.reference]);
    expect(new Set(await found("status:open place:SE,FI received:today received:<7d"))).toEqual(both);
    expect(await found("status:open place:SE,FI received:<2026-12-04")).toEqual([]);
    expect(await found("status:done,closed place:SE,FI")).toEqual([]);
    expect(await found("status:open place:SE,FI waiting:person,approver")).toEqual([]);
  });

  it("one right alone is read in the same order, in every view, and keeps up when a request ends", async () => {
    const filed = await desk.file({ country: "HR", rights: ["restriction"] });
    const of = (view: QueueFilter["view"]) => references({ view, terms: { right: { is: ["restriction"], not: [] } } });
    expect(await of("unconfirmed")).toEqual([filed.reference]);
    await desk.confirm(filed.id);
    expect([await of("unconfirmed"), await of("unproven")]).toEqual([[], [filed.reference]]);
    await desk.step(filed.person, filed.id, { step: "withdraw" });
    expect([await of("unproven"), await of("done")]).toEqual([[], [filed.reference]]);
  });

  it("what sleeps is out of the work until its day, and never out of its dates", async () => {
    const filedAt = new Date("2026-11-04T10:00:00Z");
    const { id, reference } = await desk.file({ country: "RO" }, filedAt);
    await desk.confirm(id, filedAt);
    const onFile = {
      step: "accept_proof",
      kind: "address_on_file",
      words: "It is the address of the account.",
    } as const;
    await desk.step(handler, id, onFile, filedAt);
    const views = async () => {
      const inView = async (view: QueueFilter["view"]) =>
        (await references({ view, ...inPlace("RO") })).includes(reference) ? [view] : [];
      const all = ["open", "new", "unassigned", "week", "due", "snoozed", "owed"] as const;
      return (await Promise.all(all.map(inView))).flat();
    };
    const snooze = (until: string) =>
      inOrganisation(desk.organisation.id, ({ tx }) =>
        tx.privacyRequest.update({ where: { id }, data: { snoozedUntil: new Date(until) } }),
      );
    expect(await views()).toEqual(["open", "new", "unassigned", "week", "due", "owed"]);
    await snooze("2026-12-05");
    expect(await views()).toEqual(["week", "due", "snoozed", "owed"]);
    await snooze("2026-12-04");
    expect(await views()).toEqual(["open", "new", "unassigned", "week", "due", "owed"]);
  });

  it("is taken away whole, in order, however many batches it takes", async () => {
    await seed(3_001);
    const filter = readQueueFilter({ view: "done" });
    const taken: QueueRow[] = [];
    for await (const some of exportedRows(handler, filter, day)) taken.push(...some);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThan(2_500);
    const key = ({ dueOn, id }: QueueRow) => `${dueOn ?? "9999-12-31"} ${id}`;
    expect(taken.map(key)).toEqual(taken.map(key).sort());
  });
});

async function seed(count: number): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  await seedRequests(owner, { organisationId: desk.organisation.id, count, today: "2026-12-04" });
  await owner.end();
}
