import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { awaitingDelayWord } from "@/lib/queries/delay-campaign";
import { overdueReport } from "@/lib/queries/overdue";
import { tellDelays } from "./tell-delays";
import { named, openDesk } from "./test-desk";

const at = (day: string) => new Date(`${day}T15:00:00Z`);
const words = { en: "Eleven systems had to be searched. We are sorry.", de: "Elf Systeme. Es tut uns leid." };
const until = calendarDate("2026-12-18");
let desk: Awaited<ReturnType<typeof openDesk>>;
let dpo: StaffActor;

beforeAll(async () => {
  desk = await openDesk(at("2026-12-04"));
  dpo = await desk.member("dpo");
});
afterAll(() => desk.close());

async function late(language = "en", day = "2026-10-01") {
  const filed = await desk.file({ language }, at(day));
  await desk.confirm(filed.id, at(day));
  return filed;
}

function send(rows: Parameters<typeof tellDelays>[1]["rows"], campaign = randomUUID(), actor = dpo) {
  return tellDelays(actor, { organisation: desk.organisation, campaign, words, rows }, at("2026-12-04"));
}

async function lettersTo(requestId: string) {
  return inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId, kind: "delayed" } }),
  );
}

it("A9 W14: everybody who is late is told once, each their own day, and no date of law moves", async () => {
  const [first, second] = [await late(), await late("de", "2026-10-02")];
  const fresh = await late("en", "2026-12-03");
  const before = (await desk.look(first.id)).row.dueOn;
  const waiting = await awaitingDelayWord(dpo, { organisation: desk.organisation, today: calendarDate("2026-12-04") });
  expect(waiting.rows.map(({ reference }) => reference)).toEqual([first.reference, second.reference]);
  const campaign = randomUUID();
  const rows = [
    { reference: first.reference, until },
    { reference: second.reference, until: calendarDate("2026-12-25") },
    { reference: fresh.reference, until },
  ];
  expect((await send(rows, campaign)).map(({ result }) => result)).toEqual(["told", "told", "not_late"]);
  const told = await desk.look(first.id);
  expect(told.facts.delay).toEqual({ on: "2026-12-04", until: "2026-12-18" });
  expect(told.facts.extension).toBeNull();
  expect(told.row.dueOn).toEqual(before);
  expect((await desk.look(second.id)).facts.delay?.until).toBe("2026-12-25");
  expect(await lettersTo(first.id)).toHaveLength(1);
  expect(await lettersTo(fresh.id)).toHaveLength(0);
  const report = await overdueReport(dpo, { organisation: desk.organisation, asOf: calendarDate("2026-12-04") });
  expect(report.late.find(({ reference }) => reference === first.reference)).toMatchObject({
    lastWord: { event: "DelayTold" },
    toldUntil: "2026-12-18",
  });
  const left = await awaitingDelayWord(dpo, { organisation: desk.organisation, today: calendarDate("2026-12-04") });
  expect(left.rows).toEqual([]);
});

it("writes nobody twice in one campaign, however often and however many at once it is sent", async () => {
  const { id, reference } = await late();
  const campaign = randomUUID();
  const rows = [{ reference, until }];
  const sent = await Promise.all([send(rows, campaign), send(rows, campaign), send(rows, campaign)]);
  const results = sent.flat().map(({ result }) => result);
  expect(results.filter((result) => result === "told")).toHaveLength(1);
  expect((await send(rows, campaign)).map(({ result }) => result)).toEqual(["already"]);
  expect(await lettersTo(id)).toHaveLength(1);
});

it("refuses a day that is none: missing, over, or too far away to count on", async () => {
  const { reference } = await late();
  const result = async (day: string | null) =>
    (await send([{ reference, until: day === null ? null : calendarDate(day) }]))[0]?.result;
  expect(await result(null)).toBe("delay_date_missing");
  expect(await result("2026-12-04")).toBe("delay_date_unreal");
  expect(await result("2027-06-05")).toBe("delay_date_unreal");
});

it("is for the DPO and handlers alone, and finds nothing of another organisation", async () => {
  const { id, reference } = await late();
  const rows = [{ reference, until }];
  expect(await send(rows, randomUUID(), await desk.member("auditor"))).toMatchObject([{ result: "not_your_role" }]);
  const stranger = { ...dpo, organisationId: named(desk.organisations, "ares").id };
  expect(await send(rows, randomUUID(), stranger)).toMatchObject([{ result: "not_found" }]);
  expect(await lettersTo(id)).toHaveLength(0);
});
