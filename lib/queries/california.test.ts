import { afterAll, beforeAll, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import type { StaffActor } from "@/lib/domain/actor";
import { californiaMetrics } from "@/lib/domain/california-metrics";
import { countedRequests } from "@/lib/forms/california-report";
import { groundsFor } from "@/lib/forms/console-grounds";
import { californiaRows } from "./california";

const at = (day: string) => new Date(`${day}T15:00:00Z`);
let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let approver: StaffActor;

beforeAll(async () => {
  desk = await openDesk(at("2026-12-04"));
  handler = await desk.member("handler");
  approver = await desk.member("approver");
});
afterAll(() => desk.close());

const california = { country: "US", region: "US-CA" } as const;

async function refuse(id: string, day: string, ground: string) {
  const outcomes = [{ right: "access", outcome: "refused", ground }] as const;
  await desk.step(handler, id, { step: "begin" }, at(day));
  await desk.step(handler, id, { step: "prepare", words: "We cannot.", outcomes, files: [] }, at(day));
  return desk.step(approver, id, { step: "release" }, at(day));
}

it("A11 W9: counts a year of requests from the record: unverified ones too, answers by the day they went out", async () => {
  const ground = groundsFor("access", ["us_ca_ccpa"]).find(([id]) => id === "not_identified")?.[1] ?? "";
  const refused = await desk.file(california, at("2026-03-02"));
  await desk.confirm(refused.id, at("2026-03-02"));
  expect(await refuse(refused.id, "2026-03-20", ground)).toMatchObject({ ok: true });
  await desk.file(california, at("2026-03-03"));
  await desk.file({ country: "DE" }, at("2026-03-03"));
  await desk.file(california, at("2025-03-03"));
  const rows = countedRequests(await californiaRows(handler, 2026));
  const know = (people: "california" | "all") =>
    californiaMetrics(rows, { year: 2026, people }).types.find(({ type }) => type === "know");
  expect(know("california")).toEqual({
    type: "know",
    received: 2,
    complied: 0,
    denied: 1,
    rest: 1,
    reasons: { not_verifiable: 1, not_by_consumer: 0, exempt: 0, other: 0 },
    medianDays: 18,
    meanDays: 18,
    responses: 1,
  });
  expect(know("all")?.received).toBe(3);
});
