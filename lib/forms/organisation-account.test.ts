import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseOrganisation } from "./organisation";

const file = JSON.parse(
  readFileSync(new URL("../../examples/organisations/aimarkos.json", import.meta.url), "utf8"),
) as { identity: object };

function mistakesWith(identity: object): string[] {
  const parsed = parseOrganisation({ ...file, identity: { ...file.identity, ...identity } });
  return parsed.ok ? [] : parsed.mistakes.map(({ path, message }) => `${path}: ${message}`);
}

const signIn = { name: "your account", issuer: "https://accounts.example.com", clientId: "habeas" };
const key = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
const handOver = { issuer: "https://accounts.example.com" };

describe("an organisation's own accounts in its file", () => {
  it("sign-in by any provider over TLS, with the secret in a variable", () => {
    expect(mistakesWith({ signIn })).toEqual([]);
    expect(mistakesWith({ signIn: { ...signIn, clientSecretVariable: "HABEAS_CLIENT_SECRET_AIMARKOS" } })).toEqual([]);
    expect(mistakesWith({ signIn: { ...signIn, issuer: "http://127.0.0.1:4000" } })).toEqual([]);
  });
  it.each([
    [
      "plain http",
      { signIn: { ...signIn, issuer: "http://accounts.example.com" } },
      "identity, signIn, issuer: must start with https://",
    ],
    [
      "a name like loopback",
      { signIn: { ...signIn, issuer: "http://127.0.0.1.example.com" } },
      "identity, signIn, issuer: must start",
    ],
    [
      "a password in the address",
      { signIn: { ...signIn, issuer: "https://a:b@example.com" } },
      "identity, signIn, issuer: must start",
    ],
    ["a script", { signIn: { ...signIn, issuer: "javascript:alert(1)" } }, "identity, signIn, issuer: must"],
    ["the secret itself", { signIn: { ...signIn, clientSecret: "x" } }, "identity, signIn, clientSecret: is no field"],
    [
      "a variable of the portal's own",
      { signIn: { ...signIn, clientSecretVariable: "HABEAS_SECRET" } },
      "identity, signIn, clientSecretVariable: must be the name of an environment variable",
    ],
    ["no key", { handOver }, "identity, handOver, jwksUrl: must be there, or publicJwk must"],
    [
      "two keys",
      { handOver: { ...handOver, publicJwk: key, jwksUrl: "https://accounts.example.com/jwks" } },
      "identity, handOver, jwksUrl: must be there, or publicJwk must",
    ],
    [
      "the private half",
      { handOver: { ...handOver, publicJwk: { ...key, d: "secret" } } },
      "identity, handOver, publicJwk, d: is no field",
    ],
    [
      "a shared secret",
      { handOver: { ...handOver, publicJwk: { kty: "oct", k: "secret" } } },
      "identity, handOver, publicJwk, kty:",
    ],
  ])("V9.1.3, V6.8.1: refuses %s", (_what, identity, told) =>
    expect(mistakesWith(identity).join("\n")).toContain(told),
  );
  it("a hand-over with one public key, or keys at an address", () => {
    expect(mistakesWith({ handOver: { ...handOver, publicJwk: key } })).toEqual([]);
    expect(mistakesWith({ handOver: { ...handOver, jwksUrl: "https://accounts.example.com/jwks" } })).toEqual([]);
  });
});
