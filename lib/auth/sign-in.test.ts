import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { setDisabled } from "@/lib/db/staff-members";
import { endSession } from "./sign-out";
import { staffBehind } from "./staff-session";
import { codeAt, goodPassword, later, noon, openStaffRoom } from "./test-staff";

let room: Awaited<ReturnType<typeof openStaffRoom>>;
beforeAll(async () => {
  room = await openStaffRoom();
});
afterAll(() => room.close());

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

describe("signing in", () => {
  it("opens a desk with the roles of each organisation and none of others", async () => {
    const { email, id } = await room.member({ aimarkos: ["handler"], ares: ["dpo", "approver"] });
    const staff = await staffBehind(await room.token(email.toUpperCase()), noon);
    expect(staff).toMatchObject({ kind: "staff", staffId: id, organisationId: room.organisation("aimarkos").id });
    expect(staff?.roles).toEqual(["handler"]);
    expect(staff?.organisations.map(({ slug, roles }) => [slug, roles])).toEqual([
      ["aimarkos", ["handler"]],
      ["ares", ["approver", "dpo"]],
    ]);
  });

  it("V6.3.8 answers unknown, closed, homeless and mistyped alike", async () => {
    const known = await room.member({ ares: ["handler"] });
    const homeless = await room.member({});
    const closed = await room.member({ ares: ["handler"] });
    await database().$transaction((tx) => setDisabled(tx, closed.id, noon));
    const refused = { ok: false, refusal: "does_not_fit" };
    expect(await room.enter(known.email, { password: "wrong" })).toEqual(refused);
    expect(await room.enter("nobody@example.org")).toEqual(refused);
    expect(await room.enter(closed.email)).toEqual(refused);
    expect(await room.enter(homeless.email)).toEqual(refused);
    expect(await room.enter(known.email, { password: "x".repeat(900) })).toEqual(refused);
    expect(await room.enter(known.email)).toMatchObject({ ok: true });
  });

  it("V6.3.1 slows a guesser down ever more, and not the owner elsewhere", async () => {
    const { email } = await room.member({ ares: ["handler"] });
    const address = "203.0.113.9";
    let passed = 0;
    const waits: number[] = [];
    for (let minute = 0; minute < 25; minute += 1) {
      const tries = Array.from({ length: 4 }, () =>
        room.enter(email, { address, password: "wrong" }, later(minute * 60)),
      );
      for (const entered of await Promise.all(tries)) {
        if (entered.ok) throw new Error("a wrong password opened the door");
        if (entered.refusal === "does_not_fit") passed += 1;
        else waits.push(entered.retryAfterSeconds ?? 0);
      }
    }
    expect(passed).toBeLessThanOrEqual(40);
    expect(Math.max(...waits)).toBeGreaterThan(3_600);
    expect(await room.enter(email, { address }, later(25 * 60))).toMatchObject({ refusal: "slow_down" });
    expect(await room.enter(email, { address: "198.51.100.7" }, later(25 * 60))).toMatchObject({ ok: true });
    expect(await room.enter(email, { address }, later(86_400))).toMatchObject({ ok: true });
  });

  it("V6.3.3 asks for the code once a second factor is there; V6.5.1 takes each code once", async () => {
    const { email } = await room.member({ ares: ["handler"] }, secret);
    expect(await room.enter(email)).toMatchObject({ refusal: "does_not_fit" });
    const code = codeAt(secret, noon);
    expect(await room.enter(email, { code, password: "wrong" })).toMatchObject({ refusal: "does_not_fit" });
    expect(await room.enter(email, { code })).toMatchObject({ ok: true });
    expect(await room.enter(email, { code })).toMatchObject({ refusal: "does_not_fit" });
    expect(await room.enter(email, { code: codeAt(secret, later(-30)) })).toMatchObject({ refusal: "does_not_fit" });
    const next = later(30);
    expect(await room.enter(email, { code: codeAt(secret, next) }, next)).toMatchObject({ ok: true });
  });

  it("ATK-S9 of nine at once with one code exactly one gets in", async () => {
    const { email } = await room.member({ ares: ["handler"] }, secret);
    const code = codeAt(secret, noon);
    const entered = await Promise.all(Array.from({ length: 9 }, () => room.enter(email, { code })));
    expect(entered.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("ATK-S9 stops guessing codes with a known password from many addresses", async () => {
    const { email } = await room.member({ ares: ["handler"] }, secret);
    const wrong = codeAt(secret, noon) === "000000" ? "000001" : "000000";
    await Promise.all(Array.from({ length: 12 }, () => room.enter(email, { code: wrong })));
    expect(await room.enter(email, { code: codeAt(secret, noon) })).toMatchObject({ refusal: "does_not_fit" });
    const after = later(900);
    expect(await room.enter(email, { code: codeAt(secret, after) }, after)).toMatchObject({ ok: true });
  });

  it("ATK-S1 gives a new secret each time and ends the one the browser came with", async () => {
    const { email } = await room.member({ ares: ["handler"] });
    const planted = await room.token(email);
    const own = await room.token(email, { before: planted });
    expect(own).not.toBe(planted);
    expect(Buffer.from(own, "base64url").length * 8).toBeGreaterThanOrEqual(128);
    expect(await staffBehind(planted, noon)).toBeNull();
    expect(await staffBehind(own, noon)).not.toBeNull();
  });
});

describe("the record", () => {
  it("V16.3.1 holds sign-in, refusal and sign-out at each organisation, by id alone", async () => {
    const { email, id } = await room.member({ aiworksforus: ["handler"], ares: ["dpo"] });
    await room.enter(email, { password: "wrong password typed" });
    await endSession(await room.token(email), noon);
    const written = (await room.record("aiworksforus")).filter(({ payload }) => JSON.stringify(payload).includes(id));
    expect(written.map(({ type, actorKind, actorId }) => [type, actorKind, actorId])).toEqual([
      ["StaffSignInRefused", "visitor", null],
      ["StaffSignedIn", "staff", id],
      ["StaffSignedOut", "staff", id],
    ]);
    const whole = JSON.stringify([await room.record("aiworksforus"), await room.record("ares")]);
    expect(whole).not.toContain(email);
    expect(whole).not.toContain(goodPassword);
    expect((await room.record("aimarkos")).some(({ payload }) => JSON.stringify(payload).includes(id))).toBe(false);
  });

  it("is not filled by a guesser", async () => {
    const { email, id } = await room.member({ ares: ["handler"] });
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(Array.from({ length: 10 }, () => room.enter(email, { password: "wrong" })));
    }
    const written = (await room.record("ares")).filter(({ payload }) => JSON.stringify(payload).includes(id));
    expect(written).toHaveLength(30);
  });
});
