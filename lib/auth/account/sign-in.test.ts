import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import type { Organisation } from "@/lib/db/organisations";
import { settings } from "@/lib/settings";
import { browserAt, startTestOidc, type TestOidc, testClient } from "@/scripts/test-oidc";
import { beginSignIn, callbackOf, finishSignIn, purposeUnderWay, type SignInPurpose } from "./sign-in";
import { withAccounts } from "./test-accounts";

let desk: Awaited<ReturnType<typeof openDesk>>;
let oidc: TestOidc;
let foreign: TestOidc;
let organisation: Organisation;
let other: Organisation;
const variable = "HABEAS_CLIENT_SECRET_TEST";
const accounts = [
  { email: "robin.canary@example.com", verified: true, name: "Robin Canary" },
  { email: "kim.canary@example.com", verified: true },
  { email: "new.canary@example.com", verified: false },
];
const notShown = { ok: false, refusal: "account_not_shown" };
const prove: SignInPurpose = { to: "prove", requestId: "r", reference: "AAAA-AAAA-A" };

const signInAt = (issuer: string, more = {}) => ({
  signIn: { name: "your account", issuer, clientId: testClient.id, clientSecretVariable: variable, ...more },
});

beforeAll(async () => {
  desk = await openDesk();
  process.env[variable] = testClient.secret;
  const [first, second] = desk.organisations;
  if (!first || !second) throw new Error("no organisations");
  const redirectUris = [callbackOf(first), callbackOf(second)];
  oidc = await startTestOidc({ accounts, redirectUris });
  foreign = await startTestOidc({ accounts, redirectUris, inToken: true });
  organisation = withAccounts(first, signInAt(oidc.issuer));
  other = withAccounts(second, signInAt(oidc.issuer));
});
afterAll(async () => {
  await oidc.close();
  await foreign.close();
  await desk.close();
});

async function begin(at: Organisation = organisation, purpose: SignInPurpose = { to: "ask" }, now = new Date()) {
  const begun = await beginSignIn(at, purpose, now);
  if (!begun.ok) throw new Error(begun.refusal);
  return begun;
}
/** All the way: what the portal concludes when this account signs in. */
async function signInAs(email: string, at: Organisation = organisation, purpose: SignInPurpose = { to: "ask" }) {
  const { to, underWay } = await begin(at, purpose);
  const back = await browserAt(new URL(to).origin)(to, email);
  return finishSignIn(at, { underWay, answer: back.search }, new Date());
}

describe("sign-in at the organisation's own account, by a real OpenID Connect provider", () => {
  it("W13: tells the verified address of whoever signed in, and the name of the account where it has one", async () => {
    const account = { email: "robin.canary@example.com", name: "Robin Canary", door: "sign_in", anew: true };
    expect(await signInAs("robin.canary@example.com")).toEqual({ ok: true, account, purpose: { to: "ask" } });
    const there = withAccounts(organisation, signInAt(foreign.issuer));
    expect(await signInAs("robin.canary@example.com", there)).toMatchObject({ ok: true, account });
    expect(await signInAs("kim.canary@example.com")).toMatchObject({ ok: true, account: { name: null } });
  });
  it("asks for address and name, with PKCE, state and nonce, back to the configured address", async () => {
    const asked = new URL((await begin()).to).searchParams;
    expect(asked.get("scope")).toBe("openid email profile");
    expect(asked.get("response_type")).toBe("code");
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("redirect_uri")).toBe(`${settings().baseUrl}/${organisation.slug}/account/callback`);
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)).toMatch(/^[\w-]{40,}$/);
  });
  it("V7.5.3, 11 CCR §7061(a): it demands that the person signs in anew, to ask as well as for a request", async () => {
    for (const purpose of [prove, { to: "ask" } as const]) {
      const asked = new URL((await begin(organisation, purpose)).to).searchParams;
      expect([asked.get("prompt"), asked.get("max_age")]).toEqual(["login", "0"]);
    }
    expect(await signInAs("robin.canary@example.com", organisation, prove)).toMatchObject({ ok: true, purpose: prove });
  });
  it("V7.5.3: who takes that demand out of the address and rests on an older sign-in is refused", async () => {
    const browser = browserAt(oidc.issuer);
    await browser((await begin()).to, "robin.canary@example.com");
    const later = new Date(Date.now() + 300_000);
    for (const left of ["3600", null]) {
      const { to, underWay } = await begin(organisation, prove, later);
      const quiet = new URL(to);
      quiet.searchParams.delete("prompt");
      if (left === null) quiet.searchParams.delete("max_age");
      else quiet.searchParams.set("max_age", left);
      const back = await browser(quiet.href, "");
      expect(back.searchParams.get("code")).not.toBeNull();
      expect(await finishSignIn(organisation, { underWay, answer: back.search }, later)).toEqual(notShown);
    }
  });
  it("V7.5.3, ATK-I5: nor does it show who asks: refused where the provider tells of the older sign-in, else only a mailbox", async () => {
    const browser = browserAt(oidc.issuer);
    await browser((await begin()).to, "robin.canary@example.com");
    const later = new Date(Date.now() + 300_000);
    const quietly = async (maxAge: string | null) => {
      const { to, underWay } = await begin(organisation, { to: "ask" }, later);
      const quiet = new URL(to);
      quiet.searchParams.delete("prompt");
      quiet.searchParams.delete("max_age");
      if (maxAge) quiet.searchParams.set("max_age", maxAge);
      const back = await browser(quiet.href, "");
      expect(back.searchParams.get("code")).not.toBeNull();
      return finishSignIn(organisation, { underWay, answer: back.search }, later);
    };
    expect(await quietly("3600")).toEqual(notShown);
    expect(await quietly(null)).toMatchObject({ ok: true, account: { anew: false } });
  });
  it("V6.8.1: the same address at another issuer is nobody here", async () => {
    const { underWay } = await begin();
    const elsewhere = withAccounts(organisation, signInAt(foreign.issuer));
    const there = await begin(elsewhere);
    const back = await browserAt(foreign.issuer)(there.to, "robin.canary@example.com");
    expect(await finishSignIn(organisation, { underWay, answer: back.search }, new Date())).toEqual(notShown);
    // Even with the state that was meant for the other one: the code is the other provider's, and so is its name (RFC 9207).
    const mixed = { underWay: there.underWay, answer: back.search };
    expect(await finishSignIn(organisation, mixed, new Date())).toEqual(notShown);
  });
  it("an address that is not verified there", async () => {
    expect(await signInAs("new.canary@example.com")).toEqual({ ok: false, refusal: "account_unverified" });
  });
  it("somebody who says no there changes nothing here", async () => {
    expect(await signInAs("")).toEqual(notShown);
  });
});

describe("ATK-E4: what comes back counts only in the browser that was sent away, once, for what it was sent", () => {
  it("without its cookie, with a broken one, or with that of another organisation", async () => {
    const { to, underWay } = await begin();
    const { search: answer } = await browserAt(oidc.issuer)(to, "robin.canary@example.com");
    const elsewhere = await begin(other);
    const flipped = `${underWay.slice(0, -2)}AA`;
    for (const carried of [null, "", "x", flipped, elsewhere.underWay])
      expect(await finishSignIn(organisation, { underWay: carried, answer }, new Date())).toEqual(notShown);
    expect(await finishSignIn(other, { underWay, answer }, new Date())).toEqual(notShown);
    expect(purposeUnderWay(other, underWay, new Date())).toBeNull();
  });
  it("with the state of another sign-in (login CSRF), or with none", async () => {
    const mine = await begin();
    const { search: answer } = await browserAt(oidc.issuer)(mine.to, "kim.canary@example.com");
    const theirs = await begin();
    expect(await finishSignIn(organisation, { underWay: theirs.underWay, answer }, new Date())).toEqual(notShown);
    const bare = new URLSearchParams(answer);
    bare.delete("state");
    const { underWay } = mine;
    expect(await finishSignIn(organisation, { underWay, answer: `?${bare}` }, new Date())).toEqual(notShown);
  });
  it("with another nonce or verifier than the one that the code was made for", async () => {
    for (const changed of ["nonce", "code_challenge"]) {
      const { to, underWay } = await begin();
      const tampered = new URL(to);
      tampered.searchParams.set(changed, "A".repeat(43));
      const { search: answer } = await browserAt(oidc.issuer)(tampered.href, "robin.canary@example.com");
      expect(await finishSignIn(organisation, { underWay, answer }, new Date()), changed).toEqual(notShown);
    }
  });
  it("a code that was used before", async () => {
    const { to, underWay } = await begin();
    const { search: answer } = await browserAt(oidc.issuer)(to, "robin.canary@example.com");
    const first = await finishSignIn(organisation, { underWay, answer }, new Date());
    expect(first.ok).toBe(true);
    expect(await finishSignIn(organisation, { underWay, answer }, new Date())).toEqual(notShown);
  });
  it("after ten minutes", async () => {
    const { to, underWay } = await begin();
    const { search: answer } = await browserAt(oidc.issuer)(to, "robin.canary@example.com");
    const later = new Date(Date.now() + 600_001);
    expect(await finishSignIn(organisation, { underWay, answer }, later)).toEqual(notShown);
  });
});

describe("a sign-in that cannot be asked", () => {
  it.each([
    ["nobody is there", "http://127.0.0.1:9", {}],
    ["its secret is not set", "", { clientSecretVariable: "HABEAS_CLIENT_SECRET_MISSING" }],
    ["the variable is one of the portal's own", "", { clientSecretVariable: "HABEAS_SECRET" }],
    ["it calls itself something else", "localhost", {}],
  ])("%s: said so, and nobody is led anywhere", async (_what, issuer, more) => {
    const address = issuer.startsWith("http") ? issuer : oidc.issuer.replace("127.0.0.1", issuer || "127.0.0.1");
    const away = withAccounts(organisation, signInAt(address, more));
    expect(await beginSignIn(away, { to: "ask" }, new Date())).toEqual({ ok: false, refusal: "account_away" });
  });
  it("a wrong secret is found out before anybody is believed", async () => {
    process.env.HABEAS_CLIENT_SECRET_WRONG = "another secret altogether";
    const wrong = withAccounts(
      organisation,
      signInAt(oidc.issuer, { clientSecretVariable: "HABEAS_CLIENT_SECRET_WRONG" }),
    );
    expect(await signInAs("robin.canary@example.com", wrong)).toEqual(notShown);
  });
  it("an organisation without one has no such door", async () => {
    const none = withAccounts(organisation, { signIn: undefined });
    expect(await beginSignIn(none, { to: "ask" }, new Date())).toEqual({ ok: false, refusal: "not_found" });
  });
});
