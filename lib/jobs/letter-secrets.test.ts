import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readyLetter } from "@/lib/commands/ready-letter";
import { redeemChallenge } from "@/lib/commands/redeem-challenge";
import { openDesk } from "@/lib/commands/test-desk";
import { pressedHere } from "@/lib/commands/test-press";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { startSmtp } from "@/lib/mailer/test-smtp";
import { sendLetter } from "./send-letter";
import { sweep } from "./sweep";
import { hurry, query, workOff } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 1440);
let desk: Awaited<ReturnType<typeof openDesk>>;
let dataDir: string;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeAll(async () => {
  smtp = await startSmtp(3928);
  dataDir = await mkdtemp(join(tmpdir(), "habeas-secrets-"));
  process.env.SMTP_URL = smtp.url;
  process.env.HABEAS_DATA_DIR = dataDir;
  desk = await openDesk(now);
});
afterAll(async () => {
  await desk.close();
  await smtp.stop();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  smtp.behave("well");
  smtp.delivered.length = 0;
  await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
});

/** What stands in the letter that arrived at this address. */
const arrivedAt = (email: string) => {
  const [letter] = smtp.delivered
    .filter(({ to }) => to.includes(email))
    .map(({ mail }) => ({
      token: mail.text?.match(/\/c\/([\w-]{43})/)?.[1] ?? "",
      code:
        mail.text
          ?.match(/\b(\d{4}) (\d{4})\b/)
          ?.slice(1)
          .join("") ?? "",
      text: mail.text ?? "",
    }));
  if (!letter) throw new Error("nothing arrived");
  return letter;
};
const challengesOf = (requestId: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) => tx.challenge.findMany({ where: { requestId } }));
const visitor = () => ({ kind: "visitor", organisationId: desk.organisation.id }) as const;
const byLink = async (token: string, at: Date) =>
  redeemChallenge(
    visitor(),
    { organisation: desk.organisation, presented: await pressedHere(desk.organisation, token) },
    at,
  );
const byCode = (reference: string, code: string, at: Date) =>
  redeemChallenge(visitor(), { organisation: desk.organisation, presented: { by: "code", reference, code } }, at);
const letterOf = async (requestId: string) => {
  const [letter] = await inOrganisation(desk.organisation.id, ({ tx }) => tx.letter.findMany({ where: { requestId } }));
  return letter?.id ?? "";
};
/** A worker takes the letter in hand and is killed before the mail server hears of it. */
const killedBeforeMail = async (requestId: string, at: Date) => {
  const system = { kind: "system", organisationId: desk.organisation.id, task: "send_letter" } as const;
  const input = { organisation: desk.organisation, letterId: await letterOf(requestId) };
  return (await readyLetter(system, input, at))?.secrets ?? { token: "", code: "" };
};

describe("a letter that is owed", () => {
  it("has no link yet: one is made when it leaves", async () => {
    const { id } = await desk.file();
    expect(await challengesOf(id)).toEqual([]);
    await workOff(desk.ownerUrl, minutes(1));
    expect(await challengesOf(id)).toHaveLength(1);
  });

  it.each([9, 40])(
    "and held for %i days arrives with a link and a code that work for all of their time",
    async (late) => {
      const { id, reference, email } = await desk.file();
      const owed = { letterId: await letterOf(id), organisationId: desk.organisation.id };
      await sendLetter(owed, { smtpUrl: undefined, dataDir, baseUrl: "http://127.0.0.1:3000", lastTry: false }, now);
      await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
      await sweep({ smtpUrl: smtp.url }, days(late));
      await workOff(desk.ownerUrl, days(late));
      const { token, code, text } = arrivedAt(email);
      expect(await challengesOf(id)).toHaveLength(1);
      // The day on which it closes lies ahead of whoever reads it.
      const closes = desk.organisation.profile.lapse.unconfirmedAfterDays;
      const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
      expect(text.replaceAll(/\s+/g, " ")).toContain(day.format(days(late + closes)));
      const lastMinute = new Date(days(late).getTime() + 9 * 60_000);
      expect(await byCode(reference, code, lastMinute)).toMatchObject({ ok: true });
      expect(await byLink(token, lastMinute)).toMatchObject({ ok: false, refusal: "link_dead" });
    },
  );

  it("its link works to the end of the seventh day after it left", async () => {
    const { email } = await desk.file();
    await workOff(desk.ownerUrl, days(3));
    expect(await byLink(arrivedAt(email).token, new Date(days(10).getTime() - 1_000))).toMatchObject({ ok: true });
  });
});

describe("a worker killed before the mail server heard of the letter", () => {
  it("within minutes: the next one sends the same link and code", async () => {
    const { id, email } = await desk.file();
    const first = await killedBeforeMail(id, now);
    await workOff(desk.ownerUrl, minutes(4));
    expect(arrivedAt(email)).toMatchObject({ token: first.token, code: first.code });
  });

  it("within days: the same link with a new code, and the old code is dead", async () => {
    const { id, reference, email } = await desk.file();
    const first = await killedBeforeMail(id, now);
    await workOff(desk.ownerUrl, minutes(6));
    const { token, code } = arrivedAt(email);
    expect(token).toBe(first.token);
    expect(code).not.toBe(first.code);
    expect(await byCode(reference, first.code, minutes(7))).toMatchObject({ refusal: "wrong_code" });
    expect(await byCode(reference, code, minutes(15))).toMatchObject({ ok: true });
  });

  it("later: a new link, and the old one opens nothing", async () => {
    const { id, email } = await desk.file();
    const first = await killedBeforeMail(id, now);
    await workOff(desk.ownerUrl, days(4));
    const { token } = arrivedAt(email);
    expect(token).not.toBe(first.token);
    expect(await challengesOf(id)).toHaveLength(1);
    expect(await byLink(first.token, days(4))).toMatchObject({ refusal: "link_dead" });
    expect(await byLink(token, days(10))).toMatchObject({ ok: true });
  });
});

it("a letter that arrived, was used and never recorded is sent again with a link that works", async () => {
  const { id } = await desk.file();
  const { token } = await killedBeforeMail(id, now);
  await byLink(token, minutes(1));
  await hurry(desk.ownerUrl);
  await workOff(desk.ownerUrl, minutes(6));
  const again = smtp.delivered
    .flatMap(({ mail }) => mail.text ?? [])
    .find((text) => text.includes("confirm your e-mail"));
  const fresh = again?.match(/\/c\/([\w-]{43})/)?.[1] ?? "";
  expect(fresh).not.toBe(token);
  expect(await byLink(fresh, minutes(7))).toMatchObject({ ok: true, confirmedNow: false });
});

it("two workers with one letter in hand make one link", async () => {
  const { id } = await desk.file();
  const made = await Promise.all([killedBeforeMail(id, now), killedBeforeMail(id, now), killedBeforeMail(id, now)]);
  expect(new Set(made.map(({ token }) => token)).size).toBe(1);
  expect(await challengesOf(id)).toHaveLength(1);
});
