import { afterAll, beforeAll, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { appendEvent } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { californiaMetrics } from "@/lib/domain/california-metrics";
import { countedRequests } from "@/lib/forms/california-report";
import { groundsFor } from "@/lib/forms/console-grounds";
import { sweep } from "@/lib/jobs/sweep";
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
  const rows = countedRequests(await californiaRows(handler, { year: 2026, asOf: calendarDate("2026-12-04") }));
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

it("11 CCR §7102: figures taken on a day are the same whenever that day is asked for, whatever came since", async () => {
  const here = { country: "US", region: "CA" } as const;
  const ground = groundsFor("access", ["us_ca_ccpa"]).find(([id]) => id === "not_identified")?.[1] ?? "";
  const know = async (asOf: string) => {
    const rows = countedRequests(await californiaRows(handler, { year: 2024, asOf: calendarDate(asOf) }));
    const found = californiaMetrics(rows, { year: 2024, people: "california" }).types.find(
      ({ type }) => type === "know",
    );
    const { received = 0, complied = 0, denied = 0, rest = 0, medianDays = null } = found ?? {};
    return { received, complied, denied, rest, medianDays };
  };
  const taken = new Map<string, unknown>();
  const takenOn = async (asOf: string, expected: Awaited<ReturnType<typeof know>>) => {
    expect(await know(asOf)).toEqual(expected);
    taken.set(asOf, expected);
  };
  await takenOn("2024-03-01", { received: 0, complied: 0, denied: 0, rest: 0, medianDays: null });
  const answered = await desk.file(here, at("2024-03-02"));
  await desk.confirm(answered.id, at("2024-03-02"));
  const silent = await desk.file(here, at("2024-03-02"));
  await desk.deliver(silent.id, at("2024-03-02"));
  await takenOn("2024-03-02", { received: 2, complied: 0, denied: 0, rest: 2, medianDays: null });
  await sweep({ smtpUrl: undefined }, at("2024-03-30"));
  expect((await desk.look(silent.id)).facts.state).toBe("lapsed");
  await takenOn("2024-03-30", { received: 2, complied: 0, denied: 1, rest: 1, medianDays: null });
  expect(await refuse(answered.id, "2024-04-01", ground)).toMatchObject({ ok: true });
  await takenOn("2024-04-01", { received: 2, complied: 0, denied: 2, rest: 0, medianDays: 30 });
  for (const [asOf, expected] of taken) expect([asOf, await know(asOf)]).toEqual([asOf, expected]);
});

it("an answer that was reversed counts neither as complied with nor as denied until the new one is out", async () => {
  const ground = groundsFor("access", ["us_ca_ccpa"]).find(([id]) => id === "not_identified")?.[1] ?? "";
  const filed = await desk.file({ country: "US", region: "US-CA" }, at("2023-03-02"));
  await desk.confirm(filed.id, at("2023-03-02"));
  await refuse(filed.id, "2023-03-20", ground);
  // Written as the record has it: who may contest in California, and how, is the contests' own test.
  const { row } = await desk.look(filed.id);
  const dpo = await desk.member("dpo");
  const day = calendarDate("2023-04-02");
  await inOrganisation(desk.organisation.id, async (scope) => {
    const chain = { chainId: row.id, requestId: row.id };
    const words = { contest: "complaint", messageId: row.id } as const;
    const asked = { type: "ContestOpened", regimes: [], ...words } as const;
    const opened = await appendEvent(
      scope,
      { ...chain, end: { seq: row.version, hash: row.head } },
      { event: asked, actor: filed.person, at: at(day), day },
    );
    const reversed = { type: "AnswerReversed", ...words } as const;
    await appendEvent(scope, { ...chain, end: opened }, { event: reversed, actor: dpo, at: at(day), day });
  });
  const rest = async (asOf: string) => {
    const rows = countedRequests(await californiaRows(handler, { year: 2023, asOf: calendarDate(asOf) }));
    const found = californiaMetrics(rows, { year: 2023, people: "california" }).types.find(
      ({ type }) => type === "know",
    );
    return [found?.complied, found?.denied, found?.rest];
  };
  expect(await rest("2023-04-01")).toEqual([0, 1, 0]);
  expect(await rest("2023-04-02")).toEqual([0, 0, 1]);
});
