import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { freshDatabase } from "@/scripts/test-database";
import { closeDatabase, database } from "./client";
import { countAgainst, forgetCount, sweepRateCounts } from "./rate-limit";

let held: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  held = await freshDatabase();
  process.env.HABEAS_DATABASE_URL = held.appUrl;
  process.env.HABEAS_SECRET = inject("testSecret");
});
afterAll(async () => {
  await closeDatabase();
  await held.close();
});

const now = new Date("2026-12-04T12:00:20Z");

it("V2.3.2 allows N of many at once and refuses the rest, with the rest of the window to wait", async () => {
  const limit = { key: "door:203.0.113.9", limit: 7, windowSeconds: 60 };
  const counted = await Promise.all(Array.from({ length: 30 }, () => countAgainst(limit, now)));
  expect(counted.filter(({ allowed }) => allowed)).toHaveLength(7);
  expect(new Set(counted.map(({ retryAfterSeconds }) => retryAfterSeconds))).toEqual(new Set([0, 40]));
});

it("counts each key and each window for itself", async () => {
  const limit = { key: "a", limit: 1, windowSeconds: 60 };
  expect(await countAgainst(limit, now)).toEqual({ allowed: true, retryAfterSeconds: 0 });
  expect(await countAgainst(limit, now)).toMatchObject({ allowed: false });
  expect(await countAgainst({ ...limit, key: "b" }, now)).toMatchObject({ allowed: true });
  expect(await countAgainst({ ...limit, windowSeconds: 3_600 }, now)).toMatchObject({ allowed: true });
  expect(await countAgainst(limit, new Date("2026-12-04T12:01:00Z"))).toMatchObject({ allowed: true });
  await forgetCount(limit);
  expect(await countAgainst(limit, now)).toMatchObject({ allowed: true });
});

it("keeps no address in the table, and nothing after its time", async () => {
  await countAgainst({ key: "door:198.51.100.77", limit: 1, windowSeconds: 60 }, now);
  expect(JSON.stringify(await database().rateCount.findMany())).not.toContain("198.51.100");
  await sweepRateCounts(new Date("2027-01-01T00:00:00Z"));
  expect(await database().rateCount.count()).toBe(0);
});
