import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stopWeeklyLetter } from "@/lib/auth/weekly-letter";
import { sendLetterAgain } from "@/lib/commands/send-letter-again";
import { tellWeek } from "@/lib/commands/tell-week";
import { named, openDesk } from "@/lib/commands/test-desk";
import { database } from "@/lib/db/client";
import { setRoles, setWeeklyLetter } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
import { wallTime, weekOwed } from "@/lib/domain/weekly-letter";
import { startSmtp } from "@/lib/mailer/test-smtp";
import { purgeRequests } from "./purge-requests";
import { sendLetter } from "./send-letter";
import { sweep } from "./sweep";
import { query, workOff } from "./test-worker";
import { weeklyLetters } from "./weekly-letters";

// AImarkOS works in New York: at 17:00 UTC it is noon there. Every test has a Monday of its own.
const opened = new Date("2026-12-04T17:00:00Z");
let monday = new Date("2026-12-07T17:00:00Z");
const hoursOn = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);
let desk: Awaited<ReturnType<typeof openDesk>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let dpo: Awaited<ReturnType<Awaited<ReturnType<typeof openDesk>>["member"]>>;
beforeAll(async () => {
  smtp = await startSmtp(3932);
  process.env.SMTP_URL = smtp.url;
  desk = await openDesk(opened);
  dpo = await desk.member("dpo");
});
afterAll(async () => {
  await desk.close();
  await smtp.stop();
});
beforeEach(() => {
  monday = hoursOn(7 * 24);
  smtp.behave("well");
  smtp.delivered.length = 0;
});

const addressOf = ({ staffId }: { staffId: string }) => `${staffId}@example.org`;
const readers = () => smtp.delivered.map(({ to }) => to.join()).sort();
const lettersOf = (at: Organisation = desk.organisation) =>
  inOrganisation(at.id, ({ tx }) =>
    tx.letter.findMany({ where: { kind: "staff_weekly" }, orderBy: [{ queuedAt: "asc" }, { id: "asc" }] }),
  );
const latest = async (staffId: string) => (await lettersOf()).findLast((letter) => letter.staffId === staffId);
const system = () => ({ kind: "system", organisationId: desk.organisation.id, task: "weekly_letters" }) as const;
const tellAt = (at: Date) => tellWeek(system(), { organisation: desk.organisation }, at);

describe("once a week", () => {
  it("comes on Monday morning at the place, to the DPO and whoever chose it, and to nobody else", async () => {
    const chose = await desk.member("handler");
    const handler = await desk.member("handler");
    const declined = await desk.member("dpo");
    const disabled = await desk.member("dpo");
    await inOrganisation(desk.organisation.id, async (scope) => {
      await setWeeklyLetter(scope, chose.staffId, true);
      await setWeeklyLetter(scope, declined.staffId, false);
    });
    await database().staffMember.update({ where: { id: disabled.staffId }, data: { disabledAt: opened } });
    // Six in the morning in New York; then seven.
    await weeklyLetters(hoursOn(-6));
    await workOff(desk.ownerUrl, hoursOn(-6));
    expect(readers()).toEqual([]);
    await weeklyLetters(hoursOn(-5));
    await workOff(desk.ownerUrl, hoursOn(-5));
    expect(readers()).toEqual([addressOf(dpo), addressOf(chose)].sort());
    expect(readers()).not.toContain(addressOf(handler));
    await inOrganisation(desk.organisation.id, (scope) => setRoles(scope, chose.staffId, []));
  });

  it("is one letter however often it is looked, by however many workers at the same moment, until the next Monday", async () => {
    const told = await Promise.all(Array.from({ length: 6 }, () => tellAt(monday)));
    expect(told.map((one) => one.ok && one.letters).sort()).toEqual([0, 0, 0, 0, 0, 1]);
    for (const hours of [1, 24, 6 * 24]) expect(await tellAt(hoursOn(hours))).toEqual({ ok: true, letters: 0 });
    await workOff(desk.ownerUrl, monday);
    expect(readers()).toEqual([addressOf(dpo)]);
    expect(await tellAt(hoursOn(7 * 24))).toEqual({ ok: true, letters: 1 });
  });

  it("comes late where nothing ran on Monday, and only for the newest week where nothing ran for weeks", async () => {
    monday = hoursOn(21 * 24);
    const sunday = hoursOn(6 * 24);
    expect(await tellAt(sunday)).toEqual({ ok: true, letters: 1 });
    await workOff(desk.ownerUrl, sunday);
    const week = weekOwed(wallTime(sunday, "America/New_York"), calendarDate("2020-01-01"));
    expect(smtp.delivered.map(({ mail }) => mail.text)).toEqual([expect.stringContaining(`/aimarkos/${week?.last}`)]);
    monday = hoursOn(7 * 24);
  });

  it("a crash between leaves all of it or nothing: the week stays open until its letters are owed", async () => {
    const before = await lettersOf();
    await query(desk.ownerUrl, "alter function habeas_enqueue(text, json, text, timestamptz) rename to away");
    await expect(tellAt(monday)).rejects.toThrow();
    await query(desk.ownerUrl, "alter function away(text, json, text, timestamptz) rename to habeas_enqueue");
    expect(await lettersOf()).toHaveLength(before.length);
    expect(await tellAt(hoursOn(1))).toEqual({ ok: true, letters: 1 });
  });

  it("a letter whose job is gone is found by the sweep and sent once", async () => {
    await tellAt(monday);
    await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
    await sweep({ smtpUrl: smtp.url }, hoursOn(2));
    await workOff(desk.ownerUrl, hoursOn(2));
    await sweep({ smtpUrl: smtp.url }, hoursOn(4));
    await workOff(desk.ownerUrl, hoursOn(4));
    expect(smtp.delivered.filter(({ mail }) => mail.subject?.includes("the week to"))).toHaveLength(1);
  });

  it("an organisation that fails does not keep the others from their letter", async () => {
    const ares = named(desk.organisations, "ares");
    await inOrganisation(ares.id, (scope) => setRoles(scope, dpo.staffId, ["dpo"]));
    const before = (await lettersOf(ares)).length;
    const owner =
      "update organisation set profile = jsonb_set(profile, '{timeZone}', $1::jsonb) where slug = 'aimarkos'";
    await query(desk.ownerUrl, owner, ['"Nowhere/Never"']);
    await weeklyLetters(monday);
    await query(desk.ownerUrl, owner, ['"America/New_York"']);
    expect(await lettersOf(ares)).toHaveLength(before + 1);
    await inOrganisation(ares.id, (scope) => setRoles(scope, dpo.staffId, []));
    await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
  });

  it("does not come for a week in which the desk did not stand, nor to another organisation's call", async () => {
    const young = { ...desk.organisation, clockSettings: [{ ...desk.organisation.clockSettings[0], from: monday }] };
    const organisation = young as unknown as Organisation;
    expect(await tellWeek(system(), { organisation }, hoursOn(1))).toEqual({ ok: true, letters: 0 });
    const elsewhere = named(desk.organisations, "ares");
    expect(await tellWeek(system(), { organisation: elsewhere }, monday)).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("who does not want it any more", () => {
  it("gets none that was owed before and has not left: no role, or stopped", async () => {
    const leaver = await desk.member("dpo");
    const stopper = await desk.member("dpo");
    await tellAt(monday);
    await inOrganisation(desk.organisation.id, async (scope) => {
      await setRoles(scope, leaver.staffId, []);
      await setWeeklyLetter(scope, stopper.staffId, false);
    });
    await workOff(desk.ownerUrl, monday);
    expect(readers()).toEqual([addressOf(dpo)]);
    for (const { staffId } of [leaver, stopper]) expect(await latest(staffId)).toMatchObject({ status: "dropped" });
  });

  it("RFC 8058: stops it by the address in the header, which is signed and opens nothing else", async () => {
    const reader = await desk.member("dpo");
    await tellAt(monday);
    await workOff(desk.ownerUrl, monday);
    const letter = smtp.delivered.find(({ to }) => to[0] === addressOf(reader));
    const header = (key: string) => letter?.mail.headers.find((one) => one.key === key)?.value;
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const token = /^<http\S+\/console\/weekly\/stop\/([\w-]{86})>$/.exec(header("list-unsubscribe") ?? "")?.[1] ?? "";
    expect(letter?.mail.text).toContain(token);
    // Nothing of it is kept: the row of the letter holds no text.
    expect(await latest(reader.staffId)).toMatchObject({ status: "sent", text: null, note: null });
    for (const place of [0, 30, 60, 85]) {
      const forged = token.slice(0, place) + (token[place] === "A" ? "Q" : "A") + token.slice(place + 1);
      expect(await stopWeeklyLetter(forged, monday)).toBe(false);
    }
    expect(await stopWeeklyLetter(token, monday)).toBe(true);
    const entries = () =>
      inOrganisation(desk.organisation.id, ({ tx }) =>
        tx.event.findMany({
          where: { type: "StaffWeeklyLetterChosen", payload: { path: ["staffId"], equals: reader.staffId } },
        }),
      );
    expect(await entries()).toMatchObject([{ actorKind: "system", payload: { on: false } }]);
    // Pressed again, nothing more is written.
    await Promise.all([1, 2, 3].map(() => stopWeeklyLetter(token, monday)));
    expect(await entries()).toHaveLength(1);
    smtp.delivered.length = 0;
    await tellAt(hoursOn(7 * 24));
    await workOff(desk.ownerUrl, hoursOn(7 * 24));
    expect(readers()).toEqual([addressOf(dpo)]);
    monday = hoursOn(7 * 24);
  });
});

describe("a letter that did not leave", () => {
  it("gives way to the next one, and leaves neither two letters nor an old failure behind", async () => {
    smtp.behave({ at: "rcpt", code: 550 });
    await tellAt(monday);
    await workOff(desk.ownerUrl, monday);
    const failed = await latest(dpo.staffId);
    expect(failed).toMatchObject({ status: "failed", lastError: "550 at RCPT TO" });
    smtp.behave("well");
    monday = hoursOn(7 * 24);
    await tellAt(monday);
    await workOff(desk.ownerUrl, monday);
    expect(readers()).toEqual([addressOf(dpo)]);
    expect((await lettersOf()).find(({ id }) => id === failed?.id)).toMatchObject({ status: "dropped" });
  });

  it("is sent again by hand in its own week, with its own days", async () => {
    smtp.behave({ at: "rcpt", code: 550 });
    await tellAt(monday);
    await workOff(desk.ownerUrl, monday);
    smtp.behave("well");
    const failed = await latest(dpo.staffId);
    const handler = await desk.member("handler");
    const input = { organisation: desk.organisation, letterId: failed?.id ?? "" };
    expect(await sendLetterAgain(handler, input, hoursOn(24))).toEqual({ ok: true, reference: null });
    await workOff(desk.ownerUrl, hoursOn(24));
    expect(readers()).toEqual([addressOf(dpo)]);
    const sunday = plusDays(wallTime(monday, "America/New_York").day, -1);
    expect(smtp.delivered[0]?.mail.text).toContain(`/console/reports/week/aimarkos/${sunday}`);
  });

  it("without a mail server it waits, and of many weeks only the newest goes out once there is one", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "habeas-weekly-"));
    const { id: organisationId } = desk.organisation;
    const baseUrl = "http://127.0.0.1:3000";
    for (let week = 0; week < 3; week += 1) {
      if (week > 0) monday = hoursOn(7 * 24);
      await tellAt(monday);
      const letterId = (await latest(dpo.staffId))?.id ?? "";
      await sendLetter({ letterId, organisationId }, { smtpUrl: undefined, dataDir, baseUrl, lastTry: false }, monday);
      expect(await latest(dpo.staffId)).toMatchObject({ status: "held" });
    }
    await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
    expect(await readdir(join(dataDir, "outbox"))).toHaveLength(3);
    await purgeRequests({ dataDir }, monday);
    expect(await readdir(join(dataDir, "outbox"))).toEqual([`${(await latest(dpo.staffId))?.id}.eml`]);
    await sweep({ smtpUrl: smtp.url }, hoursOn(1));
    await workOff(desk.ownerUrl, hoursOn(1));
    expect(readers()).toEqual([addressOf(dpo)]);
    expect((await lettersOf()).filter(({ status }) => status === "held" || status === "queued")).toEqual([]);
    await rm(dataDir, { recursive: true });
  });
});
