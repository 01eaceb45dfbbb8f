import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { Filing } from "@/lib/domain/filing";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { overdueReport } from "@/lib/queries/overdue";
import { movingDates, promisedUnderEarlier } from "@/lib/queries/settings-dates";
import { loadOrganisations } from "@/scripts/load-organisations";
import { adoptClockSettings } from "./adopt-clock-settings";
import { named, openDesk } from "./test-desk";

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const now = at("2026-12-04");
let desk: Awaited<ReturnType<typeof openDesk>>;
let dpo: Awaited<ReturnType<typeof desk.member>>;

beforeAll(async () => {
  desk = await openDesk(now);
  dpo = await desk.member("dpo");
});
afterAll(() => desk?.close());

async function ask(day: string, filing: Partial<Filing> = {}) {
  const filed = await desk.file(filing, at(day));
  await desk.confirm(filed.id, at(day));
  return filed;
}
async function restartWith(change: Partial<OrganisationProfile>): Promise<Organisation> {
  const profile = { ...desk.organisation.profile, ...change };
  await loadOrganisations(desk.ownerUrl, [profile], { onlyExamples: false, now });
  return named(await listOrganisations(), "aimarkos");
}
const promise = (days: number) => ({ promise: { days, text: `${days} days` } });

describe("which would move, and asking", () => {
  it("moves exactly the chosen ones, tells their person, and leaves every other date and past report as it was", async () => {
    const chosen = await ask("2026-12-01");
    const left = await ask("2026-12-02");
    const past = await ask("2026-11-10");
    const organisation = await restartWith(promise(20));
    const lists = async () => (await movingDates(dpo, { organisation, after: null }, now))?.rows ?? [];
    const listed = await lists();
    expect(
      Object.fromEntries(listed.map(({ reference, from, to, refusal }) => [reference, [from, to, refusal]])),
    ).toEqual({
      [chosen.reference]: ["2026-12-31", "2026-12-21", null],
      [left.reference]: ["2027-01-01", "2026-12-22", null],
      [past.reference]: ["2026-12-10", "2026-11-30", "date_over"],
    });
    const report = () => overdueReport(dpo, { organisation, asOf: calendarDate("2026-12-03") });
    const reported = await report();
    expect(await promisedUnderEarlier(dpo, organisation)).toBe(3);
    const requests = listed.filter(({ reference }) => [chosen.reference, past.reference].includes(reference));
    const version = organisation.clockSettings.length;
    const results = await adoptClockSettings(dpo, { organisation, version, requests }, now);
    expect(new Map(results.map(({ reference, refusal }) => [reference, refusal]))).toEqual(
      new Map([
        [chosen.reference, null],
        [past.reference, "date_over"],
      ]),
    );
    const moved = await desk.look(chosen.id, organisation);
    expect(moved.chain.at(-1)?.event).toEqual({
      type: "ClockSettingsAdopted",
      version,
      from: "2026-12-31",
      to: "2026-12-21",
    });
    expect(moved.row).toMatchObject({ dueOn: new Date("2026-12-21T00:00:00Z"), clockSettings: version });
    const letters = await inOrganisation(organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { kind: "date_moved" } }),
    );
    expect(letters.map(({ requestId }) => requestId)).toEqual([chosen.id]);
    expect((await desk.look(left.id, organisation)).row.dueOn).toEqual(new Date("2027-01-01T00:00:00Z"));
    expect((await lists()).map(({ reference }) => reference).sort()).toEqual([left.reference, past.reference].sort());
    expect(await report()).toEqual(reported);
  });

  it("saves nothing where the request or the settings changed since they were looked at", async () => {
    const seen = await ask("2026-12-03");
    const organisation = await restartWith(promise(19));
    const version = organisation.clockSettings.length;
    const requests = [{ reference: seen.reference, seenVersion: (await desk.look(seen.id)).facts.version }];
    const handler = await desk.member("handler");
    await desk.step(handler, seen.id, { step: "begin" });
    const adopt = (over: { version: number; requests: typeof requests }, actor = dpo) =>
      adoptClockSettings(actor, { organisation, ...over }, now);
    expect(await adopt({ version, requests })).toMatchObject([{ refusal: "changed_meanwhile" }]);
    const fresh = [{ reference: seen.reference, seenVersion: (await desk.look(seen.id)).facts.version }];
    expect(await adopt({ version: version - 1, requests: fresh })).toMatchObject([{ refusal: "changed_meanwhile" }]);
    expect(await adopt({ version, requests: fresh }, handler)).toMatchObject([{ refusal: "not_your_role" }]);
    expect(await movingDates(handler, { organisation, after: null }, now)).toBeNull();
    expect(await promisedUnderEarlier(handler, organisation)).toBe(0);
    expect(await adopt({ version, requests: fresh })).toMatchObject([{ refusal: null }]);
  });

  it("lists page by page: every row once, none left out", async () => {
    for (let count = 0; count < 53; count += 1) await desk.file({ channel: "telephone" }, now);
    const organisation = await restartWith(promise(12));
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof movingDates>> = await movingDates(dpo, { organisation, after }, now);
      seen.push(...(page?.rows ?? []).map(({ reference }) => reference));
      after = page?.after ?? null;
      pages += 1;
    } while (after);
    expect(pages).toBe(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await promisedUnderEarlier(dpo, organisation));
  });
});
