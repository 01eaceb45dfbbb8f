import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { setRoles } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { setDisabled } from "@/lib/db/staff-members";
import { changePassword } from "./change-password";
import { endOwnSessions, ownSessions, switchOrganisation } from "./own-sessions";
import { sealedSession, sessionKey } from "./session-cookie";
import { endSession } from "./sign-out";
import { staffBehind, staffWatching } from "./staff-session";
import { goodPassword, later, noon, openStaffRoom } from "./test-staff";

let room: Awaited<ReturnType<typeof openStaffRoom>>;
beforeAll(async () => {
  room = await openStaffRoom();
});
afterAll(() => room.close());

const minutes = 60;
const hours = 3_600;

async function signedIn() {
  const member = await room.member({ ares: ["handler"] });
  return { ...member, token: await room.token(member.email) };
}

describe("a session", () => {
  it("V7.4.1 ATK-S2 opens nothing after sign-out, whoever replays it", async () => {
    const { token } = await signedIn();
    expect(await staffBehind(token, noon)).not.toBeNull();
    await endSession(token, noon);
    expect(await staffBehind(token, noon)).toBeNull();
  });

  it("V7.3.1 ends after half an hour without a look, counted from the last one", async () => {
    const { token } = await signedIn();
    expect(await staffBehind(token, later(29 * minutes))).not.toBeNull();
    expect(await staffBehind(token, later(58 * minutes))).not.toBeNull();
    expect(await staffBehind(token, later(89 * minutes))).toBeNull();
  });

  it("V7.3.1 ends after half an hour all the same where only an open page asked, as nobody looked", async () => {
    const { token } = await signedIn();
    for (let at = 1; at <= 30; at += 1) expect(await staffWatching(token, later(at * minutes))).not.toBeNull();
    expect(await staffWatching(token, later(31 * minutes))).toBeNull();
    expect(await staffBehind(token, later(31 * minutes))).toBeNull();
  });

  it("V7.3.2 ends after twelve hours however busy", async () => {
    const { token } = await signedIn();
    for (let at = 20; at <= 12 * 60; at += 20) expect(await staffBehind(token, later(at * minutes))).not.toBeNull();
    expect(await staffBehind(token, later(12 * hours + 1))).toBeNull();
  });

  it("V7.4.2 opens nothing once the account is closed", async () => {
    const { token, id } = await signedIn();
    await database().$transaction((tx) => setDisabled(tx, id, noon));
    expect(await staffBehind(token, noon)).toBeNull();
  });

  it("V8.3.2 ATK-R3 loses a role with the next request, and everything with the last", async () => {
    const member = await room.member({ ares: ["handler", "approver"] });
    const token = await room.token(member.email);
    const ares = room.organisation("ares").id;
    await inOrganisation(ares, (scope) => setRoles(scope, member.id, ["approver"]));
    expect((await staffBehind(token, noon))?.roles).toEqual(["approver"]);
    await inOrganisation(ares, (scope) => setRoles(scope, member.id, []));
    expect(await staffBehind(token, noon)).toBeNull();
  });

  it("is not opened by anything but its own secret", async () => {
    const { id } = await signedIn();
    const row = await database().staffSession.findFirstOrThrow({ where: { staffId: id } });
    for (const guess of ["", row.id, row.tokenHash, "x".repeat(43)]) expect(await staffBehind(guess, noon)).toBeNull();
  });

  it("V7.4.3 F2 ends everywhere when the password changes, and goes on here under a new secret", async () => {
    const { token, email } = await signedIn();
    const here = await room.token(email);
    const staff = await staffBehind(here, noon);
    if (!staff) throw new Error("nobody");
    const input = { password: goodPassword, code: "", address: "a", newPassword: "copper window fourteen lanterns" };
    const changed = await changePassword(staff, input, noon);
    if (!changed.ok) throw new Error("not changed");
    expect(await staffBehind(token, noon)).toBeNull();
    expect(await staffBehind(here, noon)).toBeNull();
    expect(await staffBehind(changed.token, noon)).not.toBeNull();
    expect(await room.enter(email)).toMatchObject({ refusal: "does_not_fit" });
    expect(await room.enter(email, { password: input.newPassword })).toMatchObject({ ok: true });
  });

  it("V6.2.6 V7.5.1 changes no password without the current one, slowed like signing in", async () => {
    const member = await room.member({ ares: ["handler"] });
    const staff = await room.seated(member.email);
    const input = { password: "wrong", code: "", address: "b", newPassword: "copper window fourteen lanterns" };
    for (let tries = 0; tries < 5; tries += 1)
      expect(await changePassword(staff, input, noon)).toMatchObject({ refusal: "password_wrong" });
    expect(await changePassword(staff, { ...input, password: goodPassword }, noon)).toMatchObject({
      refusal: "slow_down",
    });
  });

  it("V7.5.2 is listed for its owner, who ends others' copies and not others' sessions", async () => {
    const { token, email } = await signedIn();
    const stranger = await signedIn();
    const staff = await room.seated(email);
    expect((await ownSessions(staff, noon)).map(({ here }) => here).sort()).toEqual([false, true]);
    const foreign = await database().staffSession.findFirstOrThrow({ where: { staffId: stranger.id } });
    await endOwnSessions(staff, foreign.id, noon);
    expect(await staffBehind(stranger.token, noon)).not.toBeNull();
    await endOwnSessions(staff, "others", noon);
    expect(await staffBehind(token, noon)).toBeNull();
    expect((await ownSessions(staff, noon)).map(({ here }) => here)).toEqual([true]);
  });
});

describe("one account at several organisations", () => {
  it("ATK-T1 opens the queue of its own organisations only", async () => {
    const member = await room.member({ aimarkos: ["handler"], ares: ["auditor"] });
    const token = await room.token(member.email);
    const staff = await staffBehind(token, noon);
    if (!staff) throw new Error("nobody");
    expect(await switchOrganisation(staff, room.organisation("aiworksforus").id)).toMatchObject({ ok: false });
    expect(await switchOrganisation(staff, room.organisation("ares").id)).toEqual({ ok: true });
    expect(await staffBehind(token, noon)).toMatchObject({
      organisationId: room.organisation("ares").id,
      roles: ["auditor"],
    });
  });

  it("falls back to what is left when the open organisation is taken away", async () => {
    const member = await room.member({ aimarkos: ["handler"], ares: ["auditor"] });
    const token = await room.token(member.email);
    await inOrganisation(room.organisation("aimarkos").id, (scope) => setRoles(scope, member.id, []));
    expect(await staffBehind(token, noon)).toMatchObject({ organisationId: room.organisation("ares").id });
  });
});

describe("the cookie", () => {
  it("ATK-S7 is encrypted under our key: other keys, plain tokens and bent ones open nothing", async () => {
    const sealed = await sealedSession("the opaque secret");
    expect(sealed).not.toContain("opaque");
    expect(await decode({ token: sealed, secret: sessionKey() })).toMatchObject({ habeas: "the opaque secret" });
    await expect(decode({ token: sealed, secret: "another key" })).rejects.toThrow();
    const plain = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"habeas":"x"}').toString("base64url")}.`;
    await expect(decode({ token: plain, secret: sessionKey() })).rejects.toThrow();
    const bent = `${sealed.slice(0, -2)}${sealed.endsWith("A") ? "BB" : "AA"}`;
    await expect(decode({ token: bent, secret: sessionKey() })).rejects.toThrow();
  });
});
