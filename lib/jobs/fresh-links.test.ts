import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendFreshLinks } from "@/lib/commands/send-fresh-links";
import { named, openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { freshLinks } from "./fresh-links";
import { query } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(now);
});
afterAll(() => desk.close());
beforeEach(() => query(desk.ownerUrl, "delete from graphile_worker._private_jobs"));

const ask = (typed: { email: string } | { reference: string }, organisation = desk.organisation) =>
  sendFreshLinks({ kind: "visitor", organisationId: organisation.id }, { organisation, ask: typed });
const jobs = async () => {
  const text = `select t.identifier, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'fresh_links'`;
  return (await query(desk.ownerUrl, text)).rows;
};
const work = async (at: Date) => {
  let owed = 0;
  for (const { payload } of await jobs()) owed += await freshLinks(payload, at);
  await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
  return owed;
};
const freshLettersOf = (requestId: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) => tx.letter.count({ where: { requestId, kind: "fresh_link" } }));
const person = (name: string) => ({ name: "Robin Canary", email: `${name}@example.com` });

describe("send me a fresh link", () => {
  it("does the same for a known and an unknown address: one job, no look-up, the same answer", async () => {
    await desk.file({ person: person("known") });
    await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
    const answers = [await ask({ email: " Known@Example.com" }), await ask({ email: "nobody@example.com" })];
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    const left = await jobs();
    expect(left).toHaveLength(2);
    expect(JSON.stringify(left)).not.toMatch(/known|nobody|@/i);
    expect(await work(now)).toBe(1);
  });

  it("asked twice in a row is one job", async () => {
    await ask({ email: "twice@example.com" });
    await ask({ email: "twice@example.com" });
    expect(await jobs()).toHaveLength(1);
  });

  it("sends to the address of the request that was named, and to no other", async () => {
    const first = await desk.file({ person: person("two") });
    const second = await desk.file({ person: person("two") });
    await ask({ reference: first.reference });
    expect(await work(now)).toBe(1);
    expect([await freshLettersOf(first.id), await freshLettersOf(second.id)]).toEqual([1, 0]);
    await ask({ reference: "0000-0000-0" });
    expect(await work(now)).toBe(0);
  });

  it("stays silent within ten minutes and after three letters in a day; who waits comes first", async () => {
    const filed = [];
    for (const minute of [0, 1, 2, 3]) filed.push(await desk.file({ person: person("many") }, minutes(minute)));
    const asked = async (at: Date) => {
      await ask({ email: "many@example.com" });
      return work(at);
    };
    await ask({ reference: filed[0]?.reference ?? "" });
    expect(await work(minutes(5))).toBe(1);
    expect(await asked(minutes(14))).toBe(0);
    expect(await asked(minutes(15))).toBe(2);
    expect(await asked(minutes(60))).toBe(0);
    const counts = await Promise.all(filed.map(({ id }) => freshLettersOf(id)));
    expect(counts).toEqual([1, 0, 1, 1]);
    // A day later there is room again, and the one without a letter is first in line.
    await asked(minutes(1500));
    expect(await freshLettersOf(filed[1]?.id ?? "")).toBe(1);
  });

  it("ATK-M7: strangers who file at an address starve nobody who confirmed theirs", async () => {
    const confirmed = await desk.file({ person: person("victim") });
    await desk.confirm(confirmed.id);
    const strangers = [];
    for (const minute of [1, 2, 3, 4]) strangers.push(await desk.file({ person: person("victim") }, minutes(minute)));
    for (const [place, minute] of [5, 15, 25].entries()) {
      await ask({ reference: strangers[place]?.reference ?? "" });
      expect(await work(minutes(minute))).toBe(1);
    }
    // Not even the pause after their last letter keeps the owner waiting, and their own room is used up.
    for (const at of [26, 40, 60]) {
      await ask({ email: "victim@example.com" });
      expect(await work(minutes(at))).toBe(1);
    }
    await ask({ email: "victim@example.com" });
    expect(await work(minutes(80))).toBe(0);
    const counts = await Promise.all(strangers.map(({ id }) => freshLettersOf(id)));
    expect([await freshLettersOf(confirmed.id), ...counts]).toEqual([3, 1, 1, 1, 0]);
  });

  it("another organisation knows nothing of the address", async () => {
    await desk.file({ person: person("here") });
    const ares = named(desk.organisations, "ares");
    await ask({ email: "here@example.com" }, ares);
    expect(await work(now)).toBe(0);
  });

  it("the letter's link opens the request", async () => {
    const { id } = await desk.file({ person: person("opens") });
    await ask({ email: "opens@example.com" });
    await work(minutes(30));
    expect(await desk.confirm(id, minutes(31))).toMatchObject({ ok: true, confirmedNow: true });
  });
});
