import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { rawRole } from "@/lib/db/test-app-role";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
import { newestSettings } from "@/lib/domain/pinned-settings";
import { requestClock } from "@/lib/domain/request-clock";
import { sweep } from "./sweep";

let desk: Awaited<ReturnType<typeof openDesk>>;
const noon = (day: string) => new Date(`${day}T17:00:00Z`);
const filedOn = calendarDate("2026-12-04");
const onDay = (days: number) => noon(plusDays(filedOn, days));
const at = { smtpUrl: undefined };
beforeAll(async () => {
  desk = await openDesk(noon(filedOn));
});
afterAll(() => desk.close());

const eventsOf = async (id: string) => (await desk.look(id)).chain.map(({ event }) => event.type);
const kindsOf = (requestId: string) =>
  inOrganisation(desk.organisation.id, async ({ tx }) => {
    const letters = await tx.letter.findMany({ where: { requestId }, orderBy: [{ queuedAt: "asc" }, { kind: "asc" }] });
    return letters.map(({ kind }) => kind);
  });

it("reminds on the organisation's days, once each, then lets lapse with a letter", async () => {
  const { id } = await desk.file();
  await desk.deliver(id);
  const before = ["RequestReceived", "LetterSent"];
  for (const days of [0, 2]) await sweep(at, onDay(days));
  expect(await eventsOf(id)).toEqual(before);
  for (const days of [3, 3, 9]) await sweep(at, onDay(days));
  expect(await eventsOf(id)).toEqual([...before, "ReminderSent"]);
  await desk.deliver(id, onDay(9));
  for (const days of [10, 11, 14]) await sweep(at, onDay(days));
  const reminded = [...before, "ReminderSent", "LetterSent", "ReminderSent"];
  expect(await eventsOf(id)).toEqual(reminded);
  for (const days of [15, 16, 60]) await sweep(at, onDay(days));
  expect(await eventsOf(id)).toEqual([...reminded, "RequestLapsed"]);
  expect((await desk.look(id)).row).toMatchObject({ state: "lapsed" });
  expect(await kindsOf(id)).toEqual(["confirm_address", "confirmation_reminder", "confirmation_reminder", "lapsed"]);
});

it("a first sweep after a long silence lapses at once, and reminds nobody of what is closed", async () => {
  const { id } = await desk.file();
  await desk.deliver(id);
  await sweep(at, onDay(40));
  expect(await eventsOf(id)).toEqual(["RequestReceived", "LetterSent", "RequestLapsed"]);
  expect(await kindsOf(id)).toEqual(["confirm_address", "lapsed"]);
});

it("nothing lapses whose confirming letter never left: its time counts from the letter", async () => {
  const { id } = await desk.file();
  await sweep(at, onDay(40));
  expect((await desk.look(id)).facts.state).toBe("unconfirmed");
  await desk.deliver(id, onDay(41));
  await sweep(at, onDay(50));
  expect((await desk.look(id)).facts.state).toBe("unconfirmed");
  await sweep(at, onDay(60));
  expect((await desk.look(id)).facts.state).toBe("lapsed");
});

it("nobody is reminded of a letter that has not left, and the days count from the day on which it did", async () => {
  const { id } = await desk.file();
  await sweep(at, onDay(5));
  await desk.deliver(id, onDay(5));
  await sweep(at, onDay(7));
  expect(await eventsOf(id)).toEqual(["RequestReceived", "LetterSent"]);
  await sweep(at, onDay(8));
  expect(await eventsOf(id)).toEqual(["RequestReceived", "LetterSent", "ReminderSent"]);
});

it("leaves confirmed requests alone", async () => {
  const { id } = await desk.file();
  await desk.confirm(id);
  await sweep(at, onDay(16));
  expect(await eventsOf(id)).toEqual(["RequestReceived", "ContactConfirmed"]);
});

it("warns the owner once when due soon, and tells owner and DPO once when overdue: one letter each for all requests", async () => {
  const handler = await desk.member("handler");
  const dpo = await desk.member("dpo");
  const ids: string[] = [];
  for (const _ of [1, 2]) {
    const { id } = await desk.file();
    await desk.confirm(id);
    await desk.step(handler, id, { step: "begin" });
    ids.push(id);
  }
  const { facts } = await desk.look(ids[0] ?? "");
  const { profile } = desk.organisation;
  const { dueOn } = requestClock(facts, newestSettings(desk.organisation));
  if (!dueOn) throw new Error("no date");
  const told = (kind: string) =>
    inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { kind, staffId: { in: [handler.staffId, dpo.staffId] } } }),
    );
  await sweep(at, noon(plusDays(dueOn, -profile.dueSoonDays - 1)));
  expect(await told("staff_due_soon")).toEqual([]);
  for (const days of [-7, -6, 0]) await sweep(at, noon(plusDays(dueOn, days)));
  // Both of theirs, and the one of another test that nobody has yet.
  const three = { requestId: null, status: "queued", facts: { requests: 3 } };
  expect(await told("staff_due_soon")).toMatchObject([{ ...three, staffId: handler.staffId }]);
  for (const days of [1, 1, 5]) await sweep(at, noon(plusDays(dueOn, days)));
  const late = await told("staff_overdue");
  expect(late.filter(({ staffId }) => staffId === handler.staffId)).toMatchObject([three]);
  expect(late.filter(({ staffId }) => staffId === dpo.staffId)).toHaveLength(1);
  for (const id of ids) expect((await eventsOf(id)).slice(-2)).toEqual(["DueSoonNoticed", "OverdueEscalated"]);
});

it("one request that cannot take its step does not stop the others", async () => {
  const broken = await desk.file();
  const fine = await desk.file();
  await desk.deliver(fine.id);
  const owner = await rawRole(desk.ownerUrl);
  const lose = (sql: typeof owner.client) =>
    sql.query("update privacy_request set wrapped_key = '\\x01', key_id = 'lost' where id = $1", [broken.id]);
  expect(await owner.attempt(desk.organisation.id, lose)).toBeNull();
  await owner.close();
  await sweep(at, onDay(15));
  expect(await eventsOf(fine.id)).toContain("RequestLapsed");
});

describe("law.md §5: proof that was asked for and does not come", () => {
  const asked = { step: "ask_proof", kind: "data_points_matched", words: "Which workspace was it?" } as const;
  async function ask(filing = {}) {
    const handler = await desk.member("handler");
    const filed = await desk.file(filing);
    await desk.confirm(filed.id);
    expect(await desk.step(handler, filed.id, asked)).toMatchObject({ ok: true });
    return { ...filed, handler };
  }
  const ownLetters = async (id: string) =>
    (await kindsOf(id)).filter((kind) => kind === "proof_reminder" || kind === "unproven");

  it("is reminded of on the organisation's days, and the request ends with a letter; the date stays the law's", async () => {
    const { id } = await ask();
    await sweep(at, onDay(5));
    expect(await ownLetters(id)).toEqual([]);
    await desk.deliver(id, onDay(0));
    for (const days of [2, 3, 3]) await sweep(at, onDay(days));
    expect(await ownLetters(id)).toEqual(["proof_reminder"]);
    await desk.deliver(id, onDay(3));
    for (const days of [10, 11, 14]) await sweep(at, onDay(days));
    await desk.deliver(id, onDay(14));
    expect(await ownLetters(id)).toEqual(["proof_reminder", "proof_reminder"]);
    const { dueOn } = (await desk.look(id)).row;
    // GDPR Art. 12(4): within the month, and no day before its last.
    for (const days of [15, 30]) await sweep(at, onDay(days));
    expect((await desk.look(id)).facts.state).toBe("waiting_for_person");
    for (const days of [31, 32]) await sweep(at, onDay(days));
    expect(await ownLetters(id)).toEqual(["proof_reminder", "proof_reminder", "unproven"]);
    expect((await desk.look(id)).row).toMatchObject({ state: "lapsed", dueOn });
    expect(await eventsOf(id)).not.toContain("OverdueEscalated");
  });

  it("opens again with the person's own words, on the clock that it had", async () => {
    const { id, person } = await ask();
    const { dueOn } = (await desk.look(id)).row;
    await desk.deliver(id, onDay(0));
    await sweep(at, onDay(31));
    expect((await desk.look(id)).facts.state).toBe("lapsed");
    await desk.step(person, id, { step: "write", words: "It was the blue one.", files: [] }, onDay(32));
    const { row, facts } = await desk.look(id);
    expect(row).toMatchObject({ state: "open", dueOn, closedOn: null, proven: "none" });
    expect(facts.pauses.every(({ suspends }) => !suspends)).toBe(true);
  });

  it("is not waited for where the person answered: what lies on our own desk neither reminds nor lapses", async () => {
    const { id, person } = await ask();
    await desk.deliver(id, onDay(0));
    await desk.step(person, id, { step: "write", words: "The blue one.", files: [] }, onDay(1));
    for (const days of [5, 12, 20, 60]) await sweep(at, onDay(days));
    expect(await ownLetters(id)).toEqual([]);
    expect((await desk.look(id)).facts.state).toBe("in_progress");
  });

  it("ends nothing that needs none: the opt-out beside it stays owed", async () => {
    const { id } = await ask({ rights: ["access", "marketing_objection"] });
    await desk.deliver(id, onDay(0));
    await sweep(at, onDay(60));
    expect((await desk.look(id)).facts.state).toBe("waiting_for_person");
  });

  it("ends nothing where the letter that asked never arrived", async () => {
    const { id } = await ask();
    await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.updateMany({ where: { requestId: id, kind: "need_more" }, data: { status: "failed" } }),
    );
    const silent = await desk.file();
    await desk.confirm(silent.id);
    await sweep(at, onDay(60));
    expect((await desk.look(id)).facts.state).toBe("waiting_for_person");
    expect((await desk.look(silent.id)).facts.state).toBe("open");
    // Never lost: both are told to staff as overdue all the same.
    for (const one of [id, silent.id]) expect(await eventsOf(one)).toContain("OverdueEscalated");
  });
});
