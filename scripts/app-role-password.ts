import { createHash, createHmac, hkdfSync, pbkdf2Sync } from "node:crypto";

const ROUNDS = 4096;

function derived(secret: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, bytes));
}

/** The password of the app's role: the same for the same HABEAS_SECRET, so that it need not be kept anywhere. */
export function appRolePassword(secret: string): string {
  return derived(secret, "habeas database role", 24).toString("base64url");
}

/**
 * What PostgreSQL stores instead of the password (RFC 5802, RFC 7677): sent in its place, so that a server which logs
 * statements does not learn it.
 */
export function scramVerifier(secret: string): string {
  const salt = derived(secret, "habeas database role salt", 16);
  const salted = pbkdf2Sync(appRolePassword(secret), salt, ROUNDS, 32, "sha256");
  const hmac = (word: string) => createHmac("sha256", salted).update(word).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString("base64")}$${storedKey}:${hmac("Server Key").toString("base64")}`;
}

/** A short word that tells one secret from another and gives neither away. */
export function secretMark(secret: string): string {
  return derived(secret, "habeas secret mark", 8).toString("hex");
}
