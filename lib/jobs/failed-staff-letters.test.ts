import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { sendLetterAgain } from "@/lib/commands/send-letter-again";
import { named, openDesk } from "@/lib/commands/test-desk";
import { gatherLetters } from "@/lib/db/gathered-letters";
import { setRoles } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { startSmtp } from "@/lib/mailer/test-smtp";
import { health } from "@/lib/queries/health";
import { outbox } from "@/lib/queries/outbox";
import { hurry, workOff } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let desk: Awaited<ReturnType<typeof openDesk>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeAll(async () => {
  smtp = await startSmtp(3931);
  process.env.SMTP_URL = smtp.url;
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

const inDesk = <Result>(work: Parameters<typeof inOrganisation<Result>>[1]) =>
  inOrganisation(desk.organisation.id, work);
let moment = 0;

/** A letter about three requests to this reader, which the mail server refuses for good. */
async function failedTo(staffId: string): Promise<string> {
  moment += 1;
  const at = new Date(now.getTime() - 3_600_000 + moment);
  await inDesk((scope) => gatherLetters(scope, [{ kind: "staff_overdue", staffId, requests: 3, contested: 0 }], at));
  smtp.behave({ at: "rcpt", code: 550 });
  await hurry(desk.ownerUrl);
  await workOff(desk.ownerUrl, now);
  smtp.behave("well");
  const letter = await inDesk(({ tx }) => tx.letter.findFirstOrThrow({ where: { staffId, queuedAt: at } }));
  expect(letter).toMatchObject({ status: "failed", lastError: "550 at RCPT TO", requestId: null });
  return letter.id;
}

it("a letter about many requests that failed stands in the outbox with its reader, and health counts it", async () => {
  const before = await health(now);
  const dpo = await desk.member("dpo");
  const letterId = await failedTo(dpo.staffId);
  const { counts, lines } = await outbox(dpo, { status: "failed" });
  expect(counts.failed).toBe((before.failedStaffLetters ?? 0) + 1);
  expect(lines.find(({ id }) => id === letterId)).toMatchObject({
    kind: "staff_overdue",
    audience: "staff",
    reference: null,
    reader: "Demo dpo",
    attempts: 1,
  });
  expect(await health(now)).toEqual({ ...before, failedStaffLetters: (before.failedStaffLetters ?? 0) + 1 });
});

it("health counts every organisation's, and no letter of a request", async () => {
  const { failedStaffLetters: before } = await health(now);
  const elsewhere = named(desk.organisations, "ares");
  const { id } = await desk.file({}, now, elsewhere);
  smtp.behave({ at: "rcpt", code: 550 });
  await workOff(desk.ownerUrl, now);
  expect((await health(now)).failedStaffLetters).toBe(before);
  const failed = await inOrganisation(elsewhere.id, ({ tx }) =>
    tx.letter.count({ where: { requestId: id, status: "failed" } }),
  );
  expect(failed).toBe(1);
  const other = {
    kind: "staff_overdue",
    staffId: (await desk.member("dpo")).staffId,
    requests: 1,
    contested: 0,
  } as const;
  await inOrganisation(elsewhere.id, (scope) => gatherLetters(scope, [other], new Date(now.getTime() - 600_000)));
  await hurry(desk.ownerUrl);
  await workOff(desk.ownerUrl, now);
  expect((await health(now)).failedStaffLetters).toBe((before ?? 0) + 1);
});

it("is sent again by hand, once, under the same id, and the organisation's record says who did it", async () => {
  const dpo = await desk.member("dpo");
  const letterId = await failedTo(dpo.staffId);
  const input = { organisation: desk.organisation, letterId };
  const handler = await desk.member("handler");
  const pressed = await Promise.all([1, 2, 3].map(() => sendLetterAgain(handler, input, later(5))));
  expect(pressed.filter(({ ok }) => ok)).toEqual([{ ok: true, reference: null }]);
  await workOff(desk.ownerUrl, later(5));
  expect(smtp.delivered.map(({ mail }) => mail.messageId)).toEqual([`<${letterId}@aimarkos.example.com>`]);
  expect(smtp.delivered[0]?.mail.subject).toBe("AImarkOS: 3 requests are overdue");
  const entries = await inDesk(({ tx, organisationId }) =>
    tx.event.findMany({ where: { chainId: organisationId, type: "LetterOwedAgain" } }),
  );
  expect(entries).toMatchObject([
    {
      actorKind: "staff",
      actorId: handler.staffId,
      requestId: null,
      payload: { type: "LetterOwedAgain", letterId, letter: "staff_overdue" },
    },
  ]);
  expect(await inDesk(({ tx }) => tx.letter.findUnique({ where: { id: letterId } }))).toMatchObject({
    status: "sent",
    lastError: null,
  });
  expect(await sendLetterAgain(handler, input, later(6))).toEqual({ ok: false, refusal: "already_done" });
});

it("is sent again by the roles of the lifecycle and of this organisation only", async () => {
  const dpo = await desk.member("dpo");
  const letterId = await failedTo(dpo.staffId);
  const input = { organisation: desk.organisation, letterId };
  const auditor = await desk.member("auditor", "administrator");
  expect(await sendLetterAgain(auditor, input, now)).toEqual({ ok: false, refusal: "not_your_role" });
  const elsewhere = named(desk.organisations, "ares");
  const stranger = { ...dpo, organisationId: elsewhere.id };
  const fromOutside = await sendLetterAgain(stranger, { ...input, organisation: elsewhere }, now);
  expect(fromOutside).toEqual({ ok: false, refusal: "not_found" });
});

it("goes to nobody who left the organisation meanwhile, even where their account is open elsewhere", async () => {
  const dpo = await desk.member("dpo");
  const letterId = await failedTo(dpo.staffId);
  await inDesk((scope) => setRoles(scope, dpo.staffId, []));
  const handler = await desk.member("handler");
  await sendLetterAgain(handler, { organisation: desk.organisation, letterId }, later(5));
  await workOff(desk.ownerUrl, later(5));
  expect(smtp.delivered).toEqual([]);
  expect(await inDesk(({ tx }) => tx.letter.findUnique({ where: { id: letterId } }))).toMatchObject({
    status: "failed",
    lastError: "nobody is left to read it",
  });
});
