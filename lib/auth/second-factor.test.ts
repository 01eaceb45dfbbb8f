import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { enrolSecondFactor, removeSecondFactor } from "./change-second-factor";
import { secretToEnrol } from "./second-factor";
import { staffBehind } from "./staff-session";
import { codeAt, goodPassword, later, noon, openStaffRoom } from "./test-staff";

let room: Awaited<ReturnType<typeof openStaffRoom>>;
beforeAll(async () => {
  room = await openStaffRoom();
});
afterAll(() => room.close());

function typed(code: string, password = goodPassword) {
  return { code, password, address: "198.51.100.1" };
}

describe("enrolling a second factor", () => {
  it("W19 V6.3.3 is all that is open where the organisation asks for one", async () => {
    const strict = room.organisations.find(({ profile }) => profile.mfaRequired);
    const { email } = await room.member({ [strict?.slug ?? "none asks for it"]: ["handler"] });
    expect((await room.seated(email)).mustEnrol).toBe(true);
    const lax = room.organisations.find(({ profile }) => !profile.mfaRequired);
    if (lax) expect((await room.seated((await room.member({ [lax.slug]: ["handler"] })).email)).mustEnrol).toBe(false);
  });

  it("W19 V7.4.3 needs password and code, ends other sessions, and asks for codes from then on", async () => {
    const { email, id } = await room.member({ ares: ["handler"] });
    const elsewhere = await room.token(email);
    const staff = await room.seated(email);
    const secret = secretToEnrol(staff.sessionId);
    const code = codeAt(secret, noon);
    expect(await enrolSecondFactor(staff, typed(code, "wrong"), noon)).toMatchObject({ refusal: "password_wrong" });
    expect(await enrolSecondFactor(staff, typed("12345"), noon)).toMatchObject({ refusal: "code_wrong" });
    const enrolled = await enrolSecondFactor(staff, typed(code), noon);
    if (!enrolled.ok) throw new Error(enrolled.refusal);
    expect(await staffBehind(elsewhere, noon)).toBeNull();
    expect(await staffBehind(enrolled.token, noon)).toMatchObject({ secondFactor: true, mustEnrol: false });
    expect(await room.enter(email)).toMatchObject({ refusal: "does_not_fit" });
    expect(await room.enter(email, { code })).toMatchObject({ refusal: "does_not_fit" });
    const next = later(30);
    expect(await room.enter(email, { code: codeAt(secret, next) }, next)).toMatchObject({ ok: true });
    const row = await database().staffMember.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.totpSecret ?? []).toString("latin1")).not.toContain(secret);
  });

  it("offers each session a secret of its own, and the same one until it is taken", async () => {
    const { email } = await room.member({ ares: ["handler"] });
    const [one, other] = [await room.seated(email), await room.seated(email)];
    expect(secretToEnrol(one.sessionId)).toBe(secretToEnrol(one.sessionId));
    expect(secretToEnrol(one.sessionId)).not.toBe(secretToEnrol(other.sessionId));
    // 160 bits, as RFC 4226 recommends.
    expect(secretToEnrol(one.sessionId)).toMatch(/^[A-Z2-7]{32}$/);
  });

  it("V7.5.1 is taken off with password and code only, and is not enrolled over", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const { email } = await room.member({ ares: ["handler"] }, secret);
    const token = await room.token(email, { code: codeAt(secret, noon) });
    const staff = await staffBehind(token, noon);
    if (!staff) throw new Error("nobody");
    const next = later(30);
    const code = codeAt(secret, next);
    expect(await enrolSecondFactor(staff, typed(code), next)).toMatchObject({ refusal: "factor_there" });
    expect(await removeSecondFactor(staff, typed(""), next)).toMatchObject({ ok: false });
    expect(await removeSecondFactor(staff, typed(code), next)).toMatchObject({ ok: true });
    expect(await room.enter(email, {}, next)).toMatchObject({ ok: true });
  });
});
