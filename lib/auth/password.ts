import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { derivedKey } from "@/lib/db/key-ring";

// Argon2id is the library's default; 19 MiB, 2 passes, 1 lane is OWASP's first choice for it (Password Storage Cheat Sheet).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Keyed as well: a stolen table alone cannot be tried against.
function pepper(): Buffer {
  return derivedKey("token", "password");
}

export async function hashPassword(password: string): Promise<string> {
  return hash(password, { ...cost, secret: pepper() });
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one behind the hash. Without a hash the same work is done against a password that nobody
 * has, so that the time says nothing about whether the account exists (ASVS V6.3.8).
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString("base64url"));
  const fits = await verify(passwordHash ?? (await decoy), password, { secret: pepper() });
  return fits && passwordHash !== undefined;
}
