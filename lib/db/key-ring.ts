import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { settings } from "@/lib/settings";

/** What a derived key is for. Each purpose has its own key, so that none can stand in for another. */
export type KeyPurpose =
  | "wrap"
  | "blind-index"
  | "token"
  | "kept-form"
  | "backlog"
  | "bulk"
  | "staff-factor"
  | "account"
  | "signing"
  | "unsubscribe"
  | "rate";

const salt = "habeas key ring v1";

/** The id of the key that new rows are written with; stored beside each wrapped key so that rotation can read old ones. */
export const currentKeyId = "k1";

/** 32 bytes derived from the instance secret (RFC 5869, HKDF-SHA-256), bound to purpose and context. */
export function derivedKey(purpose: KeyPurpose, context = ""): Buffer {
  return Buffer.from(hkdfSync("sha256", settings().secret, salt, `${purpose}:${context}`, 32));
}

/** Keyed hash for look-up by equality: own key for each organisation, so that indexes say nothing across tenants. */
export function blindIndex(organisationId: string, field: "email" | "name" | "source", canonical: string): string {
  return createHmac("sha256", derivedKey("blind-index", `${organisationId}:${field}`))
    .update(canonical)
    .digest("hex");
}

/** Hash under which a secret (link, session, browser) is stored. Keyed: a stolen table alone verifies nothing. */
export function tokenHash(token: string): string {
  return createHmac("sha256", derivedKey("token")).update(token).digest("hex");
}

/** What identifies this secret without revealing it; compared at start so that no wrong key ever writes. */
export function keyFingerprint(): string {
  return createHmac("sha256", derivedKey("wrap")).update("fingerprint").digest("hex").slice(0, 32);
}
