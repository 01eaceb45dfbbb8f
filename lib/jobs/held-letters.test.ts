import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { startSmtp } from "@/lib/mailer/test-smtp";
import { outbox } from "@/lib/queries/outbox";
import { sendLetter } from "./send-letter";
import { sweep } from "./sweep";
import { query, workOff } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
let desk: Awaited<ReturnType<typeof openDesk>>;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-outbox-"));
  process.env.HABEAS_DATA_DIR = dataDir;
  delete process.env.SMTP_URL;
  desk = await openDesk(now);
});
afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

it("without a mail server a letter waits as a file and in the outbox; nothing pretends to have been sent", async () => {
  const handler = await desk.member("handler");
  const { id, reference, email } = await desk.file();
  const { token } = await desk.mailbox(id);
  await workOff(desk.ownerUrl, now);
  const { counts, lines } = await outbox(handler);
  expect(counts).toEqual({ failed: 0, held: 1, queued: 0 });
  expect(lines).toMatchObject([{ kind: "confirm_address", reference, status: "held", attempts: 0, lastError: null }]);
  expect(await readdir(join(dataDir, "outbox"))).toEqual([lines[0]?.file]);
  const file = join(dataDir, "outbox", lines[0]?.file ?? "");
  expect((await stat(file)).mode & 0o077).toBe(0);
  const mail = await PostalMime.parse(await readFile(file));
  expect(mail).toMatchObject({
    messageId: `<${lines[0]?.id}@aimarkos.example.com>`,
    to: [{ address: email }],
  });
  expect(mail.text).toContain(`/aimarkos/c/${token}`);
  expect((await desk.look(id)).chain.map(({ event }) => event.type)).toEqual(["RequestReceived"]);
  // The same link works out of the file.
  expect(await desk.confirm(id)).toMatchObject({ ok: true });
});

it("goes out under the same id with the same link once there is one", async () => {
  const smtp = await startSmtp(3924);
  const { id } = await desk.file();
  const { token } = await desk.mailbox(id);
  await workOff(desk.ownerUrl, now);
  await sweep({ smtpUrl: smtp.url }, now);
  const { rows } = await query(
    desk.ownerUrl,
    "select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send_letter'",
  );
  for (const { payload } of rows) {
    await sendLetter(payload, { smtpUrl: smtp.url, dataDir, baseUrl: "http://127.0.0.1:3000", lastTry: false }, now);
  }
  const sent = smtp.delivered.find(({ mail }) => mail.text?.includes(token));
  expect(sent?.mail.text).toContain("Please confirm your e-mail address");
  expect((await desk.look(id)).chain.at(-1)?.event).toMatchObject({ type: "LetterSent", letter: "confirm_address" });
  expect(await readdir(join(dataDir, "outbox"))).toEqual([]);
  await smtp.stop();
});

it("another organisation's staff see none of it", async () => {
  const handler = await desk.member("handler");
  await desk.file();
  await workOff(desk.ownerUrl, now);
  const other = desk.organisations.find(({ id }) => id !== desk.organisation.id);
  const stranger = { ...handler, organisationId: other?.id ?? "" };
  expect(await outbox(stranger)).toEqual({ counts: { failed: 0, held: 0, queued: 0 }, lines: [], more: false });
});
