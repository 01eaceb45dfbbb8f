import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import type { Organisation } from "@/lib/db/organisations";
import type { PublicJwk } from "@/lib/domain/organisation";
import { acceptHandOver, handOverAudience, readHandOver } from "./hand-over";
import { accountIssuer, accountSystem, withAccounts } from "./test-accounts";

let desk: Awaited<ReturnType<typeof openDesk>>;
let system: Awaited<ReturnType<typeof accountSystem>>;
let organisation: Organisation;
let other: Organisation;
const at = new Date("2026-12-04T10:00:00Z");
const seconds = (plus: number) => Math.floor(at.getTime() / 1000) + plus;
const dead = { ok: false, refusal: "hand_over_dead" };

beforeAll(async () => {
  desk = await openDesk();
  system = await accountSystem();
  const handOver = { issuer: accountIssuer, publicJwk: (await exportJWK(system.publicKey)) as PublicJwk };
  const [first, second] = desk.organisations;
  if (!first || !second) throw new Error("no organisations");
  organisation = withAccounts(first, { handOver });
  other = withAccounts(second, { handOver });
});
afterAll(() => desk.close());

describe("W13: a way over from the account settings", () => {
  it("names the account by its verified address, and is read as often as one looks", async () => {
    const token = await system.sign(organisation, at, { claims: { email: "Robin.Canary@Example.com", name: "Robin" } });
    const account = { email: "robin.canary@example.com", name: "Robin", door: "hand_over", anew: true };
    expect(await readHandOver(organisation, token, at)).toMatchObject({ ok: true, account });
    expect(await readHandOver(organisation, token, at)).toMatchObject({ ok: true, account });
  });
  it("V9.2.4: is used up by the first button, for ever", async () => {
    const token = await system.sign(organisation, at);
    expect((await acceptHandOver(organisation, token, at)).ok).toBe(true);
    expect(await acceptHandOver(organisation, token, at)).toEqual(dead);
  });
  it("V9.2.4: of ten who bring the same one at once, one comes in", async () => {
    const token = await system.sign(organisation, at);
    const all = await Promise.all(Array.from({ length: 10 }, () => acceptHandOver(organisation, token, at)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });
  it.each([
    ["a minute ago", seconds(-60), true],
    ["a quarter of an hour ago", seconds(-900), true],
    ["before that", seconds(-901), false],
    ["in the future", seconds(120), false],
    ["at no time that is told", undefined, false],
    ["at no number", String(seconds(-60)), false],
  ])("11 CCR §7061(a): it says whether they signed in anew: %s", async (_, auth_time, anew) => {
    const token = await system.sign(organisation, at, { claims: { auth_time } });
    expect(await acceptHandOver(organisation, token, at)).toMatchObject({ ok: true, account: { anew } });
  });
  it("a name in two parts is one, and half a name is none", async () => {
    const parts = { given_name: "Robin", family_name: "Canary" };
    const named = async (claims: object) =>
      readHandOver(organisation, await system.sign(organisation, at, { claims: { ...claims } }), at);
    expect(await named(parts)).toMatchObject({ ok: true, account: { name: "Robin Canary" } });
    expect(await named({ given_name: "Robin" })).toMatchObject({ ok: true, account: { name: null } });
    expect(await named({ ...parts, name: "R. Canary" })).toMatchObject({ ok: true, account: { name: "R. Canary" } });
  });
  it("a name that is no name is left out, and a refused one uses nothing up", async () => {
    const token = await system.sign(organisation, at, { claims: { name: "x".repeat(500) } });
    expect(await readHandOver(organisation, token, at)).toMatchObject({ ok: true, account: { name: null } });
  });
});

describe("V9.1, V9.2: whatever else somebody signs, finds or changes is refused", () => {
  it.each([
    ["expired", { iat: seconds(-400), exp: seconds(-100) }],
    ["from the future", { iat: seconds(120), exp: seconds(240) }],
    ["too long a life", { exp: seconds(301) }],
    ["no end", { exp: undefined }],
    ["no beginning", { iat: undefined }],
    ["no id", { jti: undefined }],
    ["another issuer", { iss: "https://evil.example.com" }],
    ["no issuer", { iss: undefined }],
    ["another audience", { aud: "https://elsewhere.example.com/aimarkos" }],
    ["several audiences", { aud: ["https://elsewhere.example.com", "x"] }],
    ["not before later", { nbf: seconds(300) }],
  ])("%s", async (_what, claims) => {
    expect(await acceptHandOver(organisation, await system.sign(organisation, at, { claims }), at)).toEqual(dead);
  });
  it("ours among several audiences", async () => {
    const claims = { aud: [handOverAudience(organisation), "https://elsewhere.example.com"] };
    expect(await acceptHandOver(organisation, await system.sign(organisation, at, { claims }), at)).toEqual(dead);
  });
  it("V9.2.3: one that is meant for another organisation with the same account system", async () => {
    const token = await system.sign(other, at);
    expect(await acceptHandOver(organisation, token, at)).toEqual(dead);
    expect((await acceptHandOver(other, token, at)).ok).toBe(true);
  });
  it("V9.2.2: one that was signed for another purpose", async () => {
    for (const typ of ["JWT", "at+jwt", "id_token"])
      expect(await acceptHandOver(organisation, await system.sign(organisation, at, { typ }), at)).toEqual(dead);
  });
  it("V9.1.1: one signed with another key", async () => {
    const { privateKey: key } = await accountSystem();
    expect(await acceptHandOver(organisation, await system.sign(organisation, at, { key }), at)).toEqual(dead);
  });
  it("V9.1.2: one with no signature at all", async () => {
    const [, body = ""] = (await system.sign(organisation, at)).split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, string>;
    const none = new UnsecuredJWT(claims).encode();
    const typed = `${Buffer.from('{"alg":"none","typ":"habeas-hand-over+jwt"}').toString("base64url")}.${body}.`;
    for (const token of [none, typed, `${typed}x`]) expect(await acceptHandOver(organisation, token, at)).toEqual(dead);
  });
  it("V9.1.2: one signed with the public key as if it were a shared secret", async () => {
    const key = await crypto.subtle.importKey(
      "raw",
      Buffer.from(JSON.stringify(await exportJWK(system.publicKey)).padEnd(64)),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const token = await system.sign(organisation, at, { key, alg: "HS256" });
    expect(await acceptHandOver(organisation, token, at)).toEqual(dead);
  });
  it("one whose address was changed on the way", async () => {
    const [head = "", , signature = ""] = (await system.sign(organisation, at)).split(".");
    const [, body = ""] = (await system.sign(organisation, at, { claims: { email: "kim@example.com" } })).split(".");
    expect(await acceptHandOver(organisation, `${head}.${body}.${signature}`, at)).toEqual(dead);
  });
  it("what is no token", async () => {
    for (const token of ["", "a.b.c", "…"]) expect(await acceptHandOver(organisation, token, at)).toEqual(dead);
  });
  it.each([[false], ["true"], [1], [undefined]])("V6.8: an address that is not verified (%s)", async (verified) => {
    const token = await system.sign(organisation, at, { claims: { email_verified: verified } });
    expect(await acceptHandOver(organisation, token, at)).toEqual({ ok: false, refusal: "account_unverified" });
  });
  it("ATK-M1: an address that is two", async () => {
    const token = await system.sign(organisation, at, { claims: { email: "robin@example.com,kim@example.com" } });
    expect(await acceptHandOver(organisation, token, at)).toEqual({ ok: false, refusal: "account_unverified" });
  });
  it("anything, where the organisation has no such door", async () => {
    const shut = withAccounts(organisation, { handOver: undefined });
    const token = await system.sign(organisation, at);
    expect(await acceptHandOver(shut, token, at)).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("keys at an address", () => {
  it.each(["ES256", "RS256", "EdDSA"] as const)("%s: the key is fetched from the organisation", async (alg) => {
    const one = await accountSystem(alg);
    const server = createServer(async (_, answer) => {
      answer.setHeader("Content-Type", "application/json");
      answer.end(JSON.stringify({ keys: [{ ...(await exportJWK(one.publicKey)), alg }] }));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
    const there = withAccounts(organisation, { handOver: { issuer: accountIssuer, jwksUrl } });
    expect((await acceptHandOver(there, await one.sign(there, at), at)).ok).toBe(true);
    expect(await acceptHandOver(there, await system.sign(there, at), at)).toEqual(dead);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  it("nobody answers there: refused as a fault of ours, and what they brought stays good", async () => {
    const handOver = { issuer: accountIssuer, jwksUrl: "http://127.0.0.1:9/jwks" };
    const there = withAccounts(organisation, { handOver });
    const token = await system.sign(there, at);
    expect(await acceptHandOver(there, token, at)).toEqual({ ok: false, refusal: "account_away" });
    expect((await acceptHandOver(organisation, token, at)).ok).toBe(true);
  });
});
