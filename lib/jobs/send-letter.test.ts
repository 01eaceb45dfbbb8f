import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { openText } from "@/lib/db/field-encryption";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { dataKeyOf } from "@/lib/db/request-store";
import { startSmtp } from "@/lib/mailer/test-smtp";
import { hurry, query, workOff } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
let desk: Awaited<ReturnType<typeof openDesk>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeAll(async () => {
  smtp = await startSmtp(3921);
  process.env.SMTP_URL = `${smtp.url}?timeout=0.3`;
  process.env.HABEAS_BASE_URL = "https://privacy.example.org";
  desk = await openDesk(now);
});
afterAll(async () => {
  await desk.close();
  await smtp.stop();
});
beforeEach(() => {
  smtp.behave("well");
  smtp.delivered.length = 0;
});

const letters = (requestId: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId }, orderBy: [{ queuedAt: "asc" }, { id: "asc" }] }),
  );
const theLetter = async (requestId: string) => {
  const [letter] = await letters(requestId);
  if (!letter) throw new Error("no letter");
  return letter;
};
const eventsOf = async (requestId: string) => (await desk.look(requestId)).chain.map(({ event }) => event.type);

// Other jobs that a request brings along have ends of their own.
const letterJobs = "select j.id from graphile_worker.jobs j where j.task_identifier = 'send_letter'";

describe("a letter that can be sent", () => {
  it("goes out once, with its headers, a real text part and nothing personal", async () => {
    const { id, reference, email } = await desk.file();
    const { token, code } = await desk.mailbox(id);
    await workOff(desk.ownerUrl, now);
    expect(smtp.delivered).toHaveLength(1);
    const [sent] = smtp.delivered;
    const letter = await theLetter(id);
    expect(sent?.to).toEqual([email]);
    expect(sent?.from).toBe(`privacy+${letter.id.replaceAll("-", "")}@aimarkos.example.com`);
    expect(sent?.mail).toMatchObject({
      messageId: `<${letter.id}@aimarkos.example.com>`,
      subject: `[${reference}] AImarkOS: please confirm your address`,
      from: { name: "AImarkOS privacy desk", address: "privacy@aimarkos.example.com" },
      date: now.toISOString(),
    });
    const headers = Object.fromEntries(sent?.mail.headers.map(({ key, value }) => [key, value]) ?? []);
    expect(headers).toMatchObject({
      "auto-submitted": "auto-generated",
      "x-auto-response-suppress": "All",
      "content-language": "en",
      "list-id": '"Privacy requests, AImarkOS" <privacy-requests.aimarkos.example.com>',
    });
    expect(headers["content-type"]).toMatch(/^multipart\/alternative/);
    const link = `https://privacy.example.org/aimarkos/c/${token}`;
    for (const part of [sent?.mail.text ?? "", sent?.mail.html ?? ""]) {
      expect(part).toContain(link);
      expect(part).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
      expect(part.toLowerCase()).not.toMatch(/robin|canary/);
    }
    expect(sent?.mail.subject?.toLowerCase()).not.toMatch(/robin|canary/);
    expect(sent?.mail.html).not.toMatch(/<img|url\(|@import|<link|src=/i);
  });

  it("is kept as evidence without its secrets, and recorded once", async () => {
    const { id } = await desk.file();
    const { token, code } = await desk.mailbox(id);
    await workOff(desk.ownerUrl, now);
    const letter = await theLetter(id);
    expect(letter).toMatchObject({ status: "sent", note: null, attempts: 1, lastError: null, sentAt: now });
    const key = dataKeyOf(await desk.look(id));
    const text = openText(key, `letter.text.${letter.id}`, letter.text ?? new Uint8Array());
    expect(text).toContain("Please confirm your e-mail address");
    expect(text).not.toContain(token);
    expect(text.replaceAll(" ", "")).not.toContain(code);
    expect(await eventsOf(id)).toEqual(["RequestReceived", "LetterSent"]);
    await workOff(desk.ownerUrl, now);
    expect(smtp.delivered).toHaveLength(1);
  });

  it("hangs on the first letter of its request", async () => {
    const handler = await desk.member("handler");
    const { id } = await desk.file();
    const first = `<${(await theLetter(id)).id}@aimarkos.example.com>`;
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    await desk.confirm(id, later(1));
    await desk.step(handler, id, { step: "message", words: "The words stay on the page." }, later(2));
    await workOff(desk.ownerUrl, now);
    const toPerson = smtp.delivered.filter(({ to }) => to.some((address) => address.startsWith("robin.canary")));
    expect(toPerson).toHaveLength(3);
    for (const { mail } of toPerson.filter(({ mail }) => mail.messageId !== first)) {
      expect([mail.inReplyTo, mail.references]).toEqual([first, first]);
    }
    expect(toPerson.filter(({ mail }) => mail.inReplyTo === undefined)).toHaveLength(1);
    expect(JSON.stringify(smtp.delivered)).not.toContain("The words stay");
    const toStaff = smtp.delivered.filter(({ to }) => !to.some((address) => address.startsWith("robin.canary")));
    expect(toStaff.length).toBeGreaterThan(0);
    for (const { mail } of toStaff) {
      expect(mail.text).toContain("https://privacy.example.org/console/requests/");
      expect(`${mail.subject}${mail.text}${mail.html}`.toLowerCase()).not.toMatch(/robin|canary|germany|copy/);
    }
  });
});

describe("a mail server in a bad mood", () => {
  it.each([
    ["says 451 to the recipient", { at: "rcpt", code: 451 }, "451 at RCPT TO"],
    ["says 421 to the sender", { at: "mail", code: 450 }, "450 at MAIL FROM"],
    ["says 452 to the message", { at: "data", code: 452 }, "452 at DATA"],
    ["hangs", "hang", "ETIMEDOUT at CONN"],
    ["drops the line after the message", "drop", "ECONNECTION at CONN"],
  ] as const)("%s: the letter waits and goes out once, under the same id", async (_, mood, reason) => {
    const { id } = await desk.file();
    smtp.behave(mood);
    await workOff(desk.ownerUrl, now);
    const waiting = await theLetter(id);
    expect(waiting).toMatchObject({ status: "queued", attempts: 1, lastError: reason });
    expect(waiting.note).not.toBeNull();
    expect(await eventsOf(id)).toEqual(["RequestReceived"]);
    expect(
      JSON.stringify((await query(desk.ownerUrl, "select * from graphile_worker._private_jobs")).rows),
    ).not.toMatch(/canary/);
    smtp.behave("well");
    await workOff(desk.ownerUrl, now);
    expect(smtp.delivered).toHaveLength(0);
    await hurry(desk.ownerUrl);
    await workOff(desk.ownerUrl, now);
    expect(smtp.delivered.map(({ mail }) => mail.messageId)).toEqual([`<${waiting.id}@aimarkos.example.com>`]);
    expect(await theLetter(id)).toMatchObject({ status: "sent", attempts: 2, lastError: null });
  });

  it("is down, then up", async () => {
    await smtp.stop();
    const { id } = await desk.file();
    await workOff(desk.ownerUrl, now);
    await hurry(desk.ownerUrl);
    await workOff(desk.ownerUrl, now);
    expect(await theLetter(id)).toMatchObject({ status: "queued", attempts: 2, lastError: "ESOCKET at CONN" });
    await smtp.startAgain();
    await hurry(desk.ownerUrl);
    await workOff(desk.ownerUrl, now);
    expect(smtp.delivered).toHaveLength(1);
    expect(await theLetter(id)).toMatchObject({ status: "sent", attempts: 3 });
  });

  it.each(["rcpt", "data"] as const)("says 550 at %s: given up at once, recorded once, nothing quoted", async (at) => {
    const { id } = await desk.file();
    smtp.behave({ at, code: 550 });
    await workOff(desk.ownerUrl, now);
    await hurry(desk.ownerUrl);
    await workOff(desk.ownerUrl, now);
    const letter = await theLetter(id);
    expect(letter).toMatchObject({ status: "failed", attempts: 1, note: null });
    expect(letter.lastError).toMatch(/^550 at (RCPT TO|DATA)$/);
    expect(await eventsOf(id)).toEqual(["RequestReceived", "LetterFailed"]);
    expect((await query(desk.ownerUrl, letterJobs)).rows).toEqual([]);
  });

  it("gives up after the last try and says that it was not final", async () => {
    const { id } = await desk.file();
    smtp.behave({ at: "rcpt", code: 451 });
    await query(desk.ownerUrl, "update graphile_worker._private_jobs set attempts = 24");
    await workOff(desk.ownerUrl, now);
    expect(await theLetter(id)).toMatchObject({ status: "failed", lastError: "451 at RCPT TO" });
    expect((await desk.look(id)).chain.at(-1)?.event).toMatchObject({ type: "LetterFailed", permanent: false });
  });
});

describe("a worker killed between the server's yes and the record", () => {
  it("sends the same letter again: same id, same link", async () => {
    const { id } = await desk.file();
    const { token } = await desk.mailbox(id);
    await query(
      desk.ownerUrl,
      "create function dies() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$",
    );
    await query(desk.ownerUrl, "create trigger dies before update on letter for each row execute function dies()");
    await workOff(desk.ownerUrl, now);
    await query(desk.ownerUrl, "drop trigger dies on letter");
    expect(await theLetter(id)).toMatchObject({ status: "queued" });
    expect(await eventsOf(id)).toEqual(["RequestReceived"]);
    await hurry(desk.ownerUrl);
    await workOff(desk.ownerUrl, now);
    const [first, second] = smtp.delivered;
    expect(smtp.delivered).toHaveLength(2);
    expect(second?.mail.messageId).toBe(first?.mail.messageId);
    for (const { mail } of smtp.delivered) expect(mail.text).toContain(`/c/${token}`);
    expect(await eventsOf(id)).toEqual(["RequestReceived", "LetterSent"]);
  });
});

describe("ATK-M7: a letter that a flood crowded out", () => {
  it("is written down as not delivered, and its request never lapses by the silence of who heard nothing", async () => {
    const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
    const person = { name: "Robin Canary", email: "crowded.canary@example.com" };
    const filed: { id: string }[] = [];
    for (let filings = 0; filings < 7; filings += 1) filed.push(await desk.file({ person }));
    const out = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findFirstOrThrow({ where: { crowdedOut: true, requestId: { in: filed.map(({ id }) => id) } } }),
    );
    const id = out.requestId ?? "";
    await workOff(desk.ownerUrl, now);
    expect((await desk.look(id)).chain.at(-1)?.event).toMatchObject({ type: "LetterFailed", permanent: false });
    expect((await desk.look(id)).facts.invitedOn).toBeNull();
    const system = { kind: "system", organisationId: desk.organisation.id, task: "sweep" } as const;
    const lapse = () => desk.step(system, id, { step: "lapse" }, days(60));
    expect(await lapse()).toEqual({ ok: false, refusal: "too_early" });
    // A reminder that does leave is the invitation, and from there the days count.
    await desk.step(system, id, { step: "remind" }, days(5));
    await desk.deliver(id, days(5));
    expect((await desk.look(id)).facts.invitedOn).not.toBeNull();
    expect(await lapse()).toMatchObject({ ok: true });
  });
});
