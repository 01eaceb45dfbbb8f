import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { demoPeople } from "@/lib/auth/demo-people";
import { becomeFirstAdministrator } from "@/lib/auth/join";
import { signIn } from "@/lib/auth/sign-in";
import { staffBehind } from "@/lib/auth/staff-session";
import { goodPassword } from "@/lib/auth/test-staff";
import { closeDatabase, database } from "@/lib/db/client";
import { firstPeople } from "./first-people";
import { EXAMPLES, loadOrganisations, readOrganisations } from "./load-organisations";
import { freshDatabase } from "./test-database";

const now = new Date("2026-12-04T12:00:00Z");
let held: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  held = await freshDatabase();
  process.env.HABEAS_DATABASE_URL = held.appUrl;
  process.env.HABEAS_SECRET = inject("testSecret");
  await loadOrganisations(held.ownerUrl, readOrganisations(EXAMPLES), { onlyExamples: false, now });
});
afterAll(async () => {
  await closeDatabase();
  await held.close();
});

function enter({ email, password }: { email: string; password: string }) {
  return signIn({ email, password, code: "", address: email, before: null }, now);
}
function taking(token: string | undefined, email = "first@example.org") {
  return { token: token ?? "", email, name: "First", password: goodPassword, code: "", address: email };
}

// One installation's life, in order.
describe("who can get in after a start", () => {
  it("V6.3.2 nobody on a fresh installation: a one-time token makes the first administrator", async () => {
    expect(await database().staffMember.count()).toBe(0);
    const first = await firstPeople({ demo: false, now });
    expect(first.signIns).toEqual([]);
    const second = await firstPeople({ demo: false, now });
    expect(second.administratorToken).not.toBe(first.administratorToken);
    expect(await becomeFirstAdministrator(taking(first.administratorToken), now)).toMatchObject({
      refusal: "link_dead",
    });
    expect(await becomeFirstAdministrator(taking("guessed"), now)).toMatchObject({ refusal: "link_dead" });
    const late = new Date(now.getTime() + 73 * 3_600_000);
    expect(await becomeFirstAdministrator(taking(second.administratorToken), late)).toMatchObject({
      refusal: "link_dead",
    });
    const joined = await becomeFirstAdministrator(taking(second.administratorToken), now);
    if (!joined.ok) throw new Error("not joined");
    const staff = await staffBehind(joined.token, now);
    expect(staff?.organisations.map(({ slug, roles }) => [slug, roles])).toEqual([
      ["aimarkos", ["administrator"]],
      ["aiworksforus", ["administrator"]],
      ["ares", ["administrator"]],
    ]);
    const again = taking(second.administratorToken, "second@example.org");
    expect(await becomeFirstAdministrator(again, now)).toMatchObject({ refusal: "link_dead" });
  });

  it("V6.3.2 offers no further token once every organisation has its administrator", async () => {
    expect(await firstPeople({ demo: false, now })).toEqual({ signIns: [], administratorToken: undefined });
  });

  it("makes one demo person for each role, in every organisation, with passwords of this start", async () => {
    const { signIns, administratorToken } = await firstPeople({ demo: true, now });
    expect(administratorToken).toBeUndefined();
    expect(signIns.map(({ role }) => role)).toEqual([
      "handler",
      "handler",
      "approver",
      "dpo",
      "auditor",
      "administrator",
    ]);
    const entered = await Promise.all(signIns.map(enter));
    const seated = await Promise.all(entered.map((one) => (one.ok ? staffBehind(one.token, now) : null)));
    expect(seated.map((staff) => staff?.organisations.length)).toEqual([3, 3, 3, 3, 3, 3]);
    // An organisation that asks for a second factor must not lock the demonstration out.
    expect(seated.every((staff) => staff?.mustEnrol === false)).toBe(true);
    const renewed = await firstPeople({ demo: true, now });
    expect(await enter(signIns[0] ?? { email: "", password: "" })).toMatchObject({ refusal: "does_not_fit" });
    expect(await enter(renewed.signIns[0] ?? { email: "", password: "" })).toMatchObject({ ok: true });
  });

  it("closes the demo people and their sessions when the next start is no demonstration", async () => {
    const { signIns } = await firstPeople({ demo: true, now });
    const entered = await enter(signIns[0] ?? { email: "", password: "" });
    if (!entered.ok) throw new Error("not in");
    await firstPeople({ demo: false, now });
    expect(await staffBehind(entered.token, now)).toBeNull();
    expect(await enter(signIns[0] ?? { email: "", password: "" })).toMatchObject({ refusal: "does_not_fit" });
    expect(demoPeople.every(({ email }) => email.endsWith("example.com"))).toBe(true);
  });
});
