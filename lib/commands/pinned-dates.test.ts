import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { rawRole } from "@/lib/db/test-app-role";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, calendarDate, plusDays } from "@/lib/domain/calendar-date";
import type { Filing } from "@/lib/domain/filing";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { requestClock } from "@/lib/domain/request-clock";
import { overdueReport } from "@/lib/queries/overdue";
import { requestView } from "@/lib/queries/request-view";
import { loadOrganisations } from "@/scripts/load-organisations";
import { promisedBefore } from "@/scripts/record-clock-settings";
import { named, openDesk } from "./test-desk";

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const today = at("2026-12-04");
let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let old: readonly { id: string; reference: string }[];

beforeAll(async () => {
  desk = await openDesk(today);
  handler = await desk.member("handler");
  const ask = async (place: Partial<Filing>, day: string) => {
    const filed = await desk.file(place, at(day));
    await desk.confirm(filed.id, at(day));
    return filed;
  };
  const filed = [
    await ask({ country: "DE" }, "2026-10-01"),
    await ask({ country: "GB" }, "2026-11-24"),
    await ask({ country: "US", region: "US-CA" }, "2026-12-04"),
    await ask({ country: "FR" }, "2026-11-10"),
  ];
  const extended = filed[3]?.id ?? "";
  await desk.step(handler, extended, { step: "begin" }, today);
  await desk.step(handler, extended, { step: "extend", words: "Eleven workspaces." }, today);
  old = filed;
});
afterAll(() => desk?.close());

/** The portal is started again with another profile; the organisation as everybody reads it from then on. */
async function restartWith(change: Partial<OrganisationProfile>, from = today): Promise<Organisation> {
  const profile = { ...desk.organisation.profile, ...change };
  await loadOrganisations(desk.ownerUrl, [profile], { onlyExamples: false, now: from });
  return named(await listOrganisations(), "aimarkos");
}

async function datesUnder(organisation: Organisation) {
  const views = await Promise.all(old.map(({ reference }) => requestView(handler, { organisation, reference }, today)));
  return views.map((view) => [view?.clock.dueOn, view?.clock.lawDueOn, view?.clock.workTo.lines]);
}
const heldDates = async (organisation: Organisation) =>
  (await Promise.all(old.map(({ id }) => desk.look(id, organisation)))).map(({ row }) => row.dueOn);

const anyChange = fc.record({
  days: fc.integer({ min: 1, max: 60 }),
  extra: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 40 }),
  remove: fc.uniqueArray(fc.constantFrom("2026-12-25", "2027-01-01", "2026-12-08", "2026-11-02"), { maxLength: 4 }),
});

describe("new settings never move an old date", () => {
  it("whatever changes in holidays and promise: due dates, their lines, the queue and a past day's report stay", async () => {
    const before = { dates: await datesUnder(desk.organisation), held: await heldDates(desk.organisation) };
    const report = (organisation: Organisation) =>
      overdueReport(handler, { organisation, asOf: calendarDate("2026-11-20") });
    const reported = await report(desk.organisation);
    expect(reported).toMatchObject({ open: 2, overdue: 1 });
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ days, extra, remove }) => {
        const organisation = await restartWith({
          promise: { days, text: `${days} days` },
          holidays: {
            ...desk.organisation.profile.holidays,
            extra: extra.map((after) => ({ date: plusDays(calendarDate("2026-10-01"), after), name: "Works outing" })),
            remove: remove as CalendarDate[],
          },
        });
        expect(await datesUnder(organisation)).toEqual(before.dates);
        expect(await heldDates(organisation)).toEqual(before.held);
        expect(await report(organisation)).toEqual(reported);
      }),
      { numRuns: 5, seed: 4 },
    );
  });

  it("gives a request of after the change the new date, and says at the start how many keep theirs", async () => {
    const organisation = await restartWith({ promise: { days: 10, text: "10 days" } });
    const filed = await desk.file({}, today, organisation);
    const { facts, row, chain } = await desk.look(filed.id, organisation);
    expect(chain[0]?.event).toMatchObject({ clockSettings: organisation.clockSettings.length });
    expect(requestClock(facts, clockSettingsOf(organisation, facts)).dueOn).toBe("2026-12-14");
    expect(row).toMatchObject({ dueOn: new Date("2026-12-14T00:00:00Z"), clockSettings: facts.clockSettings });
    expect(await promisedBefore(desk.ownerUrl)).toEqual([{ slug: "aimarkos", open: old.length }]);
  });

  it("writes nothing down when a start finds what it found before", async () => {
    const first = await restartWith({ promise: { days: 11, text: "11 days" } });
    const second = await restartWith({ promise: { days: 11, text: "Eleven days" } }, at("2026-12-05"));
    expect(second.version).toBe(first.version + 1);
    expect(second.clockSettings).toEqual(first.clockSettings);
  });

  it("PRV-05: what was promised under stays as it was written, also for the owner", async () => {
    const [app, owner] = [await rawRole(desk.appUrl), await rawRole(desk.ownerUrl)];
    for (const statement of ["update clock_settings set promise_days = 90", "delete from clock_settings"]) {
      for (const role of [app, owner]) {
        expect(await role.attempt(desk.organisation.id, (sql) => sql.query(statement))).toBe("42501");
      }
    }
    expect(await app.attempt(desk.organisation.id, (sql) => sql.query("truncate clock_settings"))).toBe("42501");
    await Promise.all([app.close(), owner.close()]);
  });
});
