import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededOwners, seedRequests } from "@/bench/seed-requests";
import { openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { countStatement, pageStatement, viewCountsStatement } from "@/lib/db/queue-statements";
import { workloadStatement } from "@/lib/db/workload";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { countedUpTo, type QueueFilter, queueViews } from "@/lib/domain/queue";
import { readQueueFilter } from "@/lib/forms/console-queue";
import { Prisma } from "@/lib/generated/prisma/client";
import { queueCounts, queuePage } from "./queue";

const today = "2026-12-04";
const day = { today: calendarDate(today), soonDays: 7 };
const owned = seededOwners[0] ?? "";
let desk: Awaited<ReturnType<typeof openDesk>>;
let owner: pg.Client;
let handler: StaffActor;

beforeAll(async () => {
  desk = await openDesk();
  handler = { ...(await desk.member("handler")), staffId: owned };
  owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  for (const { id } of desk.organisations) {
    await seedRequests(owner, { organisationId: id, count: id === desk.organisation.id ? 24_000 : 2_000, today });
    await waitForSystems(id);
  }
});
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});

/** One in four of what is in progress waits for a system. */
async function waitForSystems(organisationId: string) {
  await owner.query("begin");
  await owner.query("select set_config('app.organisation', $1, true)", [organisationId]);
  await owner.query(
    `update privacy_request set waits_since = received_on, waits_for = array['billing_system']
     where organisation_id = $1 and state = 'in_progress' and id::text < '4'`,
    [organisationId],
  );
  await owner.query("commit");
  await owner.query("analyze privacy_request");
}

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Plan[];
};

/** Every node of the plan that was run, under the app's own role and its wall. */
async function planOf(statement: Prisma.Sql): Promise<Plan[]> {
  const [row] = await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.$queryRaw<{ "QUERY PLAN": [{ Plan: Plan }] }[]>(Prisma.sql`explain (analyze, format json) ${statement}`),
  );
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  return row ? nodes(row["QUERY PLAN"][0].Plan) : [];
}

const walksAll = (nodes: readonly Plan[]) => nodes.filter((node) => node["Node Type"] === "Seq Scan");
const sorts = (nodes: readonly Plan[]) => nodes.filter((node) => node["Node Type"].includes("Sort"));
const rowsRead = (nodes: readonly Plan[]) =>
  Math.max(...nodes.map((node) => node["Actual Rows"] * node["Actual Loops"]));

describe("the queue reads a page, however much the organisation has behind it", () => {
  // A small view may be sorted: what is open is one in twenty here. Nothing may read more, and the long past only its page.
  const share = 24_000 / 20;

  it.each(queueViews)(
    "the view %s is read from an index, forwards and back, and never from end to end",
    async (view) => {
      const filter: QueueFilter = { view };
      const { older } = await queuePage(handler, filter, day);
      for (const cursor of [undefined, older, older && { ...older, side: "before" as const }]) {
        const nodes = await planOf(pageStatement(handler, { ...filter, cursor }, day, 51));
        expect(walksAll(nodes)).toEqual([]);
        expect(rowsRead(nodes)).toBeLessThanOrEqual(view === "done" ? 51 : share);
      }
    },
  );

  it("the larger views are walked in their order and stop at their page", async () => {
    for (const view of ["open", "owed", "overdue", "done"] as const) {
      const nodes = await planOf(pageStatement(handler, { view }, day, 51));
      expect([view, sorts(nodes), rowsRead(nodes)]).toEqual([view, [], 51]);
    }
  });

  it("D6: the order of our own dates is walked too, and stops at its page", async () => {
    for (const view of ["open", "owed"] as const) {
      const nodes = await planOf(pageStatement(handler, { view, order: "internal" }, day, 51));
      expect([view, walksAll(nodes), sorts(nodes), rowsRead(nodes)]).toEqual([view, [], [], 51]);
    }
    // What is overdue is few here and read by its own index; whether it is then sorted is the planner's to weigh.
    const nodes = await planOf(pageStatement(handler, { view: "overdue", order: "internal" }, day, 51));
    expect(walksAll(nodes)).toEqual([]);
    expect(rowsRead(nodes)).toBeLessThanOrEqual(share);
  });

  it("all counts together read no table from end to end, and none counts beyond its bound", async () => {
    const nodes = await planOf(viewCountsStatement(handler, day));
    expect(walksAll(nodes)).toEqual([]);
    expect(rowsRead(nodes)).toBeLessThanOrEqual(share);
    expect((await queueCounts(handler, day)).done).toBe(countedUpTo + 1);
  });

  it("who has how much is read from each one's own part of an index", async () => {
    const nodes = await planOf(workloadStatement(desk.organisation.id, seededOwners, day.today));
    expect(walksAll(nodes)).toEqual([]);
    expect(rowsRead(nodes)).toBeLessThanOrEqual(share);
  });

  it.each([
    { right: "restriction" },
    { place: "DE" },
    { view: "done", place: "DE" },
    { assignee: owned },
    { view: "done", assignee: owned },
    { due: "<7d" },
    { internal: "<7d" },
    { internal: "over", view: "owed" },
    { order: "internal" },
    { contest: "appeal" },
    { contest: "any", contestdue: "overdue" },
    { view: "contested", place: "DE" },
    { view: "overdue", right: "restriction" },
    { received: ">2026-11-20" },
    { status: "done" },
    { status: "open" },
    { proof: "none", view: "owed" },
    { waiting: "system" },
    { system: "billing_system" },
    { system: "billing_system", view: "systems" },
    { email: "0".repeat(64) },
    { name: "0".repeat(64) },
    { reference: "SEED-0" },
  ])("the filter %j reads no table from end to end, neither for its page nor for its count", async (address) => {
    const filter = readQueueFilter(address);
    expect(walksAll(await planOf(pageStatement(handler, filter, day, 51)))).toEqual([]);
    expect(walksAll(await planOf(countStatement(handler, filter, day)))).toEqual([]);
  });

  it("one right of the long past is read from its own rows, in order, and stops at its page", async () => {
    const filter = readQueueFilter({ view: "done", right: "restriction" });
    const nodes = await planOf(pageStatement(handler, filter, day, 51));
    expect([walksAll(nodes), sorts(nodes), rowsRead(nodes)]).toEqual([[], [], 51]);
  });
});
