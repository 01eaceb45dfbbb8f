// What an organisation's file says about its own accounts: where people sign in, and who signs the way over to us.
import { z } from "zod";
import type { AccountHandOver, AccountSignIn } from "@/lib/domain/organisation";
import { words } from "./organisation-parts";

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The address of an account system: over TLS, or on this very machine, where a test or a trial runs it. */
const systemAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address that starts with https://" })
  .refine(
    (address) => isSafe(new URL(address)),
    "must start with https://, carry no name or password, and end before any ? or #",
  );

function isSafe({ protocol, hostname, username, password, search, hash }: URL): boolean {
  const sealed = protocol === "https:" || loopback.has(hostname);
  return sealed && username === "" && password === "" && search === "" && hash === "";
}

// The value of the variable is sent to the issuer: a file must not be able to name the portal's own secrets.
const secretVariable = z
  .string()
  .regex(
    /^HABEAS_CLIENT_SECRET[A-Z0-9_]*$/,
    "must be the name of an environment variable that begins with HABEAS_CLIENT_SECRET; the secret itself is in no file",
  );

export const accountSignIn: z.ZodType<AccountSignIn> = z.strictObject({
  name: words.max(60, "must be at most 60 characters long"),
  issuer: systemAddress.refine(
    (address) => !address.includes("/.well-known/"),
    "must be the issuer, not its description",
  ),
  clientId: words.max(200, "must be at most 200 characters long"),
  clientSecretVariable: secretVariable.optional(),
});

// Strict: the private half of a key pair (d, p, q …) and shared secrets (k) are no fields of a public key.
const publicJwk = z.strictObject({
  kty: z.enum(["OKP", "EC", "RSA"]),
  crv: z.enum(["Ed25519", "P-256"]).optional(),
  x: words.optional(),
  y: words.optional(),
  n: words.optional(),
  e: words.optional(),
  alg: z.enum(["EdDSA", "ES256", "RS256"]).optional(),
});

export const accountHandOver: z.ZodType<AccountHandOver> = z
  .strictObject({ issuer: systemAddress, jwksUrl: systemAddress.optional(), publicJwk: publicJwk.optional() })
  .refine(({ jwksUrl, publicJwk: key }) => (jwksUrl === undefined) !== (key === undefined), {
    path: ["jwksUrl"],
    error: "must be there, or publicJwk must, and not both",
  });
