import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { redeemChallenge } from "@/lib/commands/redeem-challenge";
import { sendLetterAgain } from "@/lib/commands/send-letter-again";
import { openDesk } from "@/lib/commands/test-desk";
import { pressedHere } from "@/lib/commands/test-press";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { startSmtp } from "@/lib/mailer/test-smtp";
import { workOff } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
let desk: Awaited<ReturnType<typeof openDesk>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeAll(async () => {
  smtp = await startSmtp(3930);
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

const theLetter = async (requestId: string) => {
  const [letter] = await inOrganisation(desk.organisation.id, ({ tx }) => tx.letter.findMany({ where: { requestId } }));
  if (!letter) throw new Error("no letter");
  return letter;
};
const eventsOf = async (requestId: string) => (await desk.look(requestId)).chain.map(({ event }) => event.type);

describe("a letter that failed, and is sent again by somebody", () => {
  const failed = async () => {
    const { id } = await desk.file();
    smtp.behave({ at: "rcpt", code: 550 });
    await workOff(desk.ownerUrl, now);
    smtp.behave("well");
    return { id, letterId: (await theLetter(id)).id };
  };

  it("goes out under the same id with a link that works, once, and the record says who did it", async () => {
    const { id, letterId } = await failed();
    const handler = await desk.member("handler");
    const input = { organisation: desk.organisation, letterId };
    const pressed = await Promise.all([1, 2, 3].map(() => sendLetterAgain(handler, input, now)));
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(pressed.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "already_done" });
    await workOff(desk.ownerUrl, now);
    expect(smtp.delivered.map(({ mail }) => mail.messageId)).toEqual([`<${letterId}@aimarkos.example.com>`]);
    const token = smtp.delivered[0]?.mail.text?.match(/\/c\/([\w-]{43})/)?.[1] ?? "";
    const visitor = { kind: "visitor", organisationId: desk.organisation.id } as const;
    const presented = await pressedHere(desk.organisation, token);
    expect(await redeemChallenge(visitor, { organisation: desk.organisation, presented }, now)).toMatchObject({
      ok: true,
      confirmedNow: true,
    });
    const { chain } = await desk.look(id);
    expect(chain.slice(0, 4).map(({ event }) => event.type)).toEqual([
      "RequestReceived",
      "LetterFailed",
      "LetterOwedAgain",
      "LetterSent",
    ]);
    expect(chain[2]).toMatchObject({
      actorKind: "staff",
      actorId: handler.staffId,
      event: { type: "LetterOwedAgain", letterId, letter: "confirm_address" },
    });
    expect(Object.keys(chain[2]?.event ?? {}).sort()).toEqual(["letter", "letterId", "type"]);
  });

  it("may fail once more, and be sent once more", async () => {
    const { id, letterId } = await failed();
    const handler = await desk.member("dpo");
    const input = { organisation: desk.organisation, letterId };
    for (const round of [1, 2]) {
      expect(await sendLetterAgain(handler, input, now)).toMatchObject({ ok: true });
      smtp.behave({ at: "rcpt", code: 550 });
      await workOff(desk.ownerUrl, now);
      expect(await theLetter(id)).toMatchObject({ status: "failed", attempts: round + 1 });
    }
  });

  it("is for the roles of the lifecycle, of this organisation, and for letters that failed", async () => {
    const { id, letterId } = await failed();
    const { organisation } = desk;
    const input = { organisation, letterId };
    const auditor = await desk.member("auditor", "administrator");
    expect(await sendLetterAgain(auditor, input, now)).toEqual({ ok: false, refusal: "not_your_role" });
    const other = desk.organisations.find(({ slug }) => slug === "ares");
    if (!other) throw new Error("no other organisation");
    const stranger = { ...(await desk.member("handler")), organisationId: other.id };
    expect(await sendLetterAgain(stranger, input, now)).toEqual({ ok: false, refusal: "not_found" });
    expect(await sendLetterAgain(stranger, { ...input, organisation: other }, now)).toEqual({
      ok: false,
      refusal: "not_found",
    });
    expect((await eventsOf(id)).at(-1)).toBe("LetterFailed");
  });
});
