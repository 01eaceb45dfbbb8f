import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { walkThrough } from "@/lib/commands/test-walk";
import { rawRole } from "@/lib/db/test-app-role";
import { calendarDate, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import { verifyAudit } from "@/scripts/audit-command";
import { purgeRequests } from "./purge-requests";
import { closedRequest } from "./test-closed-request";

const openedAt = new Date("2026-12-04T10:00:00Z");
const night = (day: string) => new Date(`${day}T07:37:00Z`);
let desk: Awaited<ReturnType<typeof openDesk>>;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-ends-"));
  process.env.HABEAS_DATA_DIR = dataDir;
  desk = await openDesk(openedAt);
});
afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

describe("what is never purged", () => {
  const long = "2031-01-01";

  it("a request that runs, or waits for its person, however old", async () => {
    const { id } = await desk.file();
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).facts.purgedOn).toBeNull();
  });

  it("one whose person wrote after the end, until somebody has dealt with it", async () => {
    const { id, person, handler } = await closedRequest(desk, dataDir);
    await desk.step(person, id, { step: "write", words: "I do not agree.", files: [] });
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).facts.purgedOn).toBeNull();
    await desk.step(handler, id, { step: "note", words: "Settled by telephone." });
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).facts.purgedOn).toBe(long);
  });

  it("one whose record does not hold: it may be needed as evidence", async () => {
    const { id } = await closedRequest(desk, dataDir);
    const owner = await rawRole(desk.ownerUrl);
    const alter = async (to: string) => {
      await owner.client.query("alter table event disable trigger user");
      await owner.attempt(desk.organisation.id, (sql) =>
        sql.query("update event set actor_id = $2 where chain_id = $1 and type = 'RequestClosed'", [id, to]),
      );
      await owner.client.query("alter table event enable trigger user");
    };
    const { actorId } = (await desk.look(id)).chain.at(-1) ?? {};
    await alter("somebody-else");
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).row.person).not.toBeNull();
    await alter(actorId ?? "");
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).row.person).toBeNull();
    await owner.close();
  });

  it("11 CCR §7101: one that Californian law wants kept 24 months, whatever the profile says", async () => {
    const { id, until } = await closedRequest(desk, dataDir);
    const owner = await rawRole(desk.ownerUrl);
    const shorten = `update organisation set profile = jsonb_set(profile, '{requestRetentionMonths}', '3') where id = $1`;
    await owner.client.query(shorten, [desk.organisation.id]);
    await purgeRequests({ dataDir }, night(until));
    expect((await desk.look(id)).facts.purgedOn).toBeNull();
    await purgeRequests({ dataDir }, night(plusDays(until, 1)));
    expect((await desk.look(id)).facts.purgedOn).toBe(plusDays(until, 1));
    await owner.close();
  });
});

describe("every end leads there", () => {
  const dayAfter = night(plusDays(plusMonths(calendarDate("2026-12-04"), 24), 1));

  it("withdrawn, and answered without anybody closing it", async () => {
    const withdrawn = await desk.file();
    await desk.confirm(withdrawn.id);
    await desk.step(withdrawn.person, withdrawn.id, { step: "withdraw" });
    const answered = await walkThrough(desk);
    await purgeRequests({ dataDir }, dayAfter);
    for (const { id } of [withdrawn, answered]) expect((await desk.look(id)).row.wrappedKey).toBeNull();
  });

  it("two workers in the same night purge once", async () => {
    const { id } = await walkThrough(desk);
    await Promise.all([purgeRequests({ dataDir }, dayAfter), purgeRequests({ dataDir }, dayAfter)]);
    const { chain } = await desk.look(id);
    expect(chain.filter(({ event }) => event.type === "RequestPurged")).toHaveLength(1);
  });

  it("and at the end the whole record holds", async () => {
    expect((await verifyAudit([], true)).lines.filter((line) => line.startsWith("BROKEN"))).toEqual([]);
  });
});
