import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
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

const kindsOf = (requestId: string) =>
  inOrganisation(desk.organisation.id, async ({ tx }) => {
    const letters = await tx.letter.findMany({ where: { requestId }, orderBy: [{ queuedAt: "asc" }, { kind: "asc" }] });
    return letters.map(({ kind }) => kind);
  });

describe("proof that nobody asked for by hand, and that the receipt told of", () => {
  const own = async (id: string) =>
    (await kindsOf(id)).filter((kind) => kind === "proof_reminder" || kind === "unproven");
  async function told(filing = {}) {
    const filed = await desk.file(filing);
    await desk.confirm(filed.id);
    await desk.deliver(filed.id, onDay(0));
    return filed;
  }

  it("is reminded of on the organisation's days, and the request ends with a letter within the law's month", async () => {
    const { id } = await told();
    for (const days of [2, 3, 3]) await sweep(at, onDay(days));
    expect(await own(id)).toEqual(["proof_reminder"]);
    await desk.deliver(id, onDay(3));
    for (const days of [9, 10, 14]) await sweep(at, onDay(days));
    await desk.deliver(id, onDay(14));
    for (const days of [15, 30]) await sweep(at, onDay(days));
    expect((await desk.look(id)).facts.state).toBe("open");
    for (const days of [31, 32]) await sweep(at, onDay(days));
    expect(await own(id)).toEqual(["proof_reminder", "proof_reminder", "unproven"]);
    expect((await desk.look(id)).facts.state).toBe("lapsed");
  });

  it("11 CCR §7021(b): waits for the whole of California's 45 days, whatever was promised", async () => {
    const { id } = await told({ country: "US", region: "CA" });
    for (const days of [20, 31, 44]) await sweep(at, onDay(days));
    expect((await desk.look(id)).facts.state).toBe("open");
    await sweep(at, onDay(45));
    expect((await desk.look(id)).facts.state).toBe("lapsed");
  });

  it("gives the whole time again to whoever comes back with a part of it, and nothing stands still", async () => {
    const { id, person } = await told({ country: "US", region: "CA" });
    await sweep(at, onDay(45));
    expect((await desk.look(id)).facts.state).toBe("lapsed");
    const part = { step: "prove", kind: "three_points_matched", by: "matching" } as const;
    expect(await desk.step(person, id, part, onDay(50))).toMatchObject({ ok: true });
    for (const days of [50, 52, 60]) await sweep(at, onDay(days));
    expect((await desk.look(id)).facts).toMatchObject({ state: "open", proofReminders: 1 });
    expect((await desk.look(id)).facts.pauses.filter(({ to }) => to === null)).toEqual([]);
  });

  it("is over once the person wrote or somebody at the desk began: what lies with us ends nothing", async () => {
    const [wrote, begun] = [await told(), await told()];
    await desk.step(wrote.person, wrote.id, { step: "write", words: "Here is who I am.", files: [] }, onDay(1));
    await desk.step(await desk.member("handler"), begun.id, { step: "begin" }, onDay(1));
    for (const days of [5, 20, 60]) await sweep(at, onDay(days));
    for (const { id } of [wrote, begun]) expect(await own(id)).toEqual([]);
    expect((await desk.look(wrote.id)).facts.state).toBe("open");
    expect((await desk.look(begun.id)).facts.state).toBe("in_progress");
  });

  it("ends nothing beside a right that needs no proof", async () => {
    const { id } = await told({ rights: ["access", "marketing_objection"] });
    await sweep(at, onDay(25));
    expect((await desk.look(id)).facts.state).toBe("open");
    expect(await own(id)).toEqual(["proof_reminder"]);
  });
});
