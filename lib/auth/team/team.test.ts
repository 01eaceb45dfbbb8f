import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { membershipsOf } from "@/lib/db/memberships";
import { findStaff } from "@/lib/db/staff-members";
import { acceptInvitation, becomeFirstAdministrator, lookAtInvitation } from "../join";
import { recoverAccount } from "../recover";
import { staffBehind } from "../staff-session";
import { codeAt, goodPassword, later, noon, openStaffRoom } from "../test-staff";
import { changeRoles, disableMember, endMemberSessions, resetSecondFactor } from "./change-member";
import { inviteMember, offerRecovery, withdrawInvitation } from "./invite-member";
import { teamOf } from "./team-list";

let room: Awaited<ReturnType<typeof openStaffRoom>>;
beforeAll(async () => {
  room = await openStaffRoom();
});
afterAll(() => room.close());

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const days = 86_400;

async function administrator(...slugs: string[]) {
  const { email } = await room.member(Object.fromEntries(slugs.map((slug) => [slug, ["administrator" as const]])));
  return room.seated(email);
}

function joining(token: string, given: { password?: string; code?: string; name?: string } = {}) {
  return { token, name: "Demo invited", password: goodPassword, code: "", address: token, ...given };
}

let numbered = 0;
function freshAddress(): string {
  numbered += 1;
  return `invited.${numbered}@example.org`;
}

async function invited(roles: Parameters<typeof inviteMember>[1]["roles"], email = freshAddress()) {
  const offered = await inviteMember(await administrator("ares"), { email, roles }, noon);
  if (!offered.ok) throw new Error(offered.refusal);
  return { email, token: offered.token };
}

describe("an invitation", () => {
  it("V6.4.1 makes one account with its roles and nothing more, once", async () => {
    const { email, token } = await invited(["handler", "dpo"]);
    expect(await lookAtInvitation(token, noon)).toMatchObject({ email, organisation: "Ares", hasAccount: false });
    const joined = await acceptInvitation(joining(token), noon);
    if (!joined.ok) throw new Error("not joined");
    const staff = await staffBehind(joined.token, noon);
    expect(staff).toMatchObject({ email, organisationId: room.organisation("ares").id, roles: ["handler", "dpo"] });
    expect(staff?.organisations).toHaveLength(1);
    expect(await acceptInvitation(joining(token), noon)).toMatchObject({ refusal: "link_dead" });
  });

  it("V6.4.1 is taken by one of two at the same moment", async () => {
    const known = await room.member({ aimarkos: ["handler"] });
    for (const { token } of [await invited(["handler"]), await invited(["handler"], known.email)]) {
      const both = await Promise.all([acceptInvitation(joining(token), noon), acceptInvitation(joining(token), noon)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: "link_dead" });
    }
  });

  it("V6.4.1 is over after 72 hours, when replaced, and when withdrawn", async () => {
    const old = await invited(["handler"]);
    expect(await acceptInvitation(joining(old.token), later(3 * days + 1))).toMatchObject({ refusal: "link_dead" });
    const renewed = await invited(["auditor"], old.email);
    expect(await acceptInvitation(joining(old.token), noon)).toMatchObject({ refusal: "link_dead" });
    const admin = await administrator("ares");
    const open = (await teamOf(admin, noon))?.invitations.find(({ email }) => email === old.email);
    expect(await withdrawInvitation(await administrator("aimarkos"), open?.id ?? "", noon)).toMatchObject({
      refusal: "not_found",
    });
    expect(await withdrawInvitation(admin, open?.id ?? "", noon)).toEqual({ ok: true });
    expect(await acceptInvitation(joining(renewed.token), noon)).toMatchObject({ refusal: "link_dead" });
  });

  it("F6 V6.2 takes no password that the rule refuses, and keeps the invitation", async () => {
    const { email, token } = await invited(["handler"]);
    for (const password of ["short", "passwordpassword", `${email} and more`]) {
      const refused = await acceptInvitation(joining(token, { password }), noon);
      expect(refused).toMatchObject({ ok: false, mistakes: { password: expect.any(String) } });
    }
    expect(await findStaff({ email })).toBeNull();
    expect(await acceptInvitation(joining(token), noon)).toMatchObject({ ok: true });
  });

  it("V6.3.4 asks an existing account for its password and its code, and adds to its roles", async () => {
    const known = await room.member({ aimarkos: ["handler"], ares: ["auditor"] }, secret);
    const { token } = await invited(["approver"], known.email);
    expect(await acceptInvitation(joining(token), noon)).toMatchObject({ refusal: "has_account" });
    const code = codeAt(secret, noon);
    const wrong = joining(token, { password: "another long password", code });
    expect(await acceptInvitation(wrong, noon)).toMatchObject({ refusal: "has_account" });
    expect(await acceptInvitation(joining(token, { code }), noon)).toMatchObject({ ok: true });
    expect((await membershipsOf(known.id)).map(({ slug, roles }) => [slug, roles])).toEqual([
      ["aimarkos", ["handler"]],
      ["ares", ["approver", "auditor"]],
    ]);
  });

  it("V8.2.1 is made by administrators only, and never for an address of the demonstration", async () => {
    const { email } = await room.member({ ares: ["handler", "approver", "dpo", "auditor"] });
    const staff = await room.seated(email);
    const given = { email: freshAddress(), roles: ["administrator"] } as const;
    expect(await inviteMember(staff, given, noon)).toMatchObject({ refusal: "not_allowed" });
    expect(await teamOf(staff, noon)).toBeNull();
    const reserved = { email: "someone@demo.example.com", roles: ["handler"] } as const;
    expect(await inviteMember(await administrator("ares"), reserved, noon)).toMatchObject({
      refusal: "reserved_address",
    });
  });
});

describe("an administrator", () => {
  it("V7.4.5 ends a member's sessions, and V8.3.2 changes roles for their next request", async () => {
    const admin = await administrator("ares");
    const member = await room.member({ ares: ["handler"] });
    const token = await room.token(member.email);
    expect(await changeRoles(admin, { staffId: member.id, roles: ["auditor"] }, noon)).toEqual({ ok: true });
    expect((await staffBehind(token, noon))?.roles).toEqual(["auditor"]);
    expect(await endMemberSessions(admin, member.id, noon)).toEqual({ ok: true });
    expect(await staffBehind(token, noon)).toBeNull();
  });

  it("ATK-T1 reaches nobody of another organisation", async () => {
    const admin = await administrator("ares");
    const stranger = await room.member({ aimarkos: ["handler"] });
    const notFound = { ok: false, refusal: "not_found" };
    const roles = { staffId: stranger.id, roles: ["handler"] } as const;
    expect(await changeRoles(admin, roles, noon)).toEqual(notFound);
    expect(await endMemberSessions(admin, stranger.id, noon)).toEqual(notFound);
    expect(await resetSecondFactor(admin, stranger.id, noon)).toEqual(notFound);
    expect(await disableMember(admin, stranger.id, noon)).toEqual(notFound);
    expect(await offerRecovery(admin, stranger.id, noon)).toEqual(notFound);
    expect((await teamOf(admin, noon))?.members.some(({ id }) => id === stranger.id)).toBe(false);
  });

  it("ATK-T1 cannot unlock an account that also opens another organisation's desk", async () => {
    const admin = await administrator("ares");
    const shared = await room.member({ ares: ["handler"], aimarkos: ["administrator"] }, secret);
    const elsewhere = { ok: false, refusal: "works_elsewhere" };
    expect(await resetSecondFactor(admin, shared.id, noon)).toEqual(elsewhere);
    expect(await offerRecovery(admin, shared.id, noon)).toEqual(elsewhere);
    expect(await disableMember(admin, shared.id, noon)).toEqual(elsewhere);
    expect(await resetSecondFactor(await administrator("ares", "aimarkos"), shared.id, noon)).toEqual({ ok: true });
  });

  it("V6.4.4 must leave their own account to another, and the last one stays", async () => {
    const lonely = await room.seated((await room.member({ aiworksforus: ["administrator"] })).email);
    const own = { ok: false, refusal: "own_account" };
    expect(await resetSecondFactor(lonely, lonely.staffId, noon)).toEqual(own);
    expect(await offerRecovery(lonely, lonely.staffId, noon)).toEqual(own);
    expect(await disableMember(lonely, lonely.staffId, noon)).toEqual(own);
    const roles = { staffId: lonely.staffId, roles: ["handler"] } as const;
    expect(await changeRoles(lonely, roles, noon)).toMatchObject({ refusal: "last_administrator" });
  });

  it("V7.4.2 closes an account for good", async () => {
    const admin = await administrator("ares");
    const member = await room.member({ ares: ["handler"] });
    const token = await room.token(member.email);
    expect(await disableMember(admin, member.id, noon)).toEqual({ ok: true });
    expect(await staffBehind(token, noon)).toBeNull();
    expect(await room.enter(member.email)).toMatchObject({ refusal: "does_not_fit" });
  });

  it("leaves entries by id and role in the record", async () => {
    const admin = await administrator("ares");
    const member = await room.member({ ares: ["handler"] });
    await changeRoles(admin, { staffId: member.id, roles: ["handler", "approver"] }, noon);
    const last = (await room.record("ares")).at(-1);
    expect(last).toMatchObject({ type: "StaffRolesChanged", actorKind: "staff", actorId: admin.staffId });
    expect(last?.payload).toEqual({ type: "StaffRolesChanged", staffId: member.id, roles: "handler approver" });
  });
});

describe("a recovery link", () => {
  it("V6.4.3 sets a password, leaves the second factor on, ends all sessions, and works once", async () => {
    const admin = await administrator("ares");
    const member = await room.member({ ares: ["handler"] }, secret);
    const before = await room.token(member.email, { code: codeAt(secret, noon) });
    const offered = await offerRecovery(admin, member.id, noon);
    if (!offered.ok) throw new Error(offered.refusal);
    const input = { token: offered.token, password: "copper window fourteen lanterns", code: "" };
    expect(await recoverAccount(input, noon)).toMatchObject({ refusal: "code_wrong" });
    expect(await acceptInvitation(joining(offered.token), noon)).toMatchObject({ refusal: "link_dead" });
    const next = later(30);
    const recovered = await recoverAccount({ ...input, code: codeAt(secret, next) }, next);
    expect(recovered).toMatchObject({ ok: true });
    expect(await staffBehind(before, next)).toBeNull();
    expect((await findStaff({ id: member.id }))?.totpSecret).toBe(secret);
    expect(await recoverAccount({ ...input, code: codeAt(secret, later(60)) }, later(60))).toMatchObject({
      refusal: "link_dead",
    });
  });

  it("opens no installation: the first administrator's page refuses it", async () => {
    const { token, email } = await invited(["administrator"]);
    expect(await becomeFirstAdministrator({ ...joining(token), email }, noon)).toMatchObject({ refusal: "link_dead" });
  });
});
