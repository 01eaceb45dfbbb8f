import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "./key-ring";

/** Whose weekly letter, and of which organisation. Ids of rows (UUIDs). */
export type WeeklyReader = { organisationId: string; staffId: string };

const idBytes = 16;
const whole = /^[A-Za-z0-9_-]{86}$/;

/**
 * The secret in a letter by which its reader stops the next ones, without signing in (RFC 8058 §3.1: an opaque identifier that
 * is hard to forge). Signed under a key of its own, so that it stands for nothing else; it opens and shows nothing.
 */
export function stopToken(reader: WeeklyReader): string {
  const ids = idsOf(reader);
  return Buffer.concat([ids, signatureOf(ids)]).toString("base64url");
}

/** Null for whatever we did not sign; never throws. */
export function readStopToken(token: string): WeeklyReader | null {
  if (!whole.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const ids = bytes.subarray(0, 2 * idBytes);
  if (!timingSafeEqual(bytes.subarray(2 * idBytes), signatureOf(ids))) return null;
  return { organisationId: uuidOf(ids.subarray(0, idBytes)), staffId: uuidOf(ids.subarray(idBytes)) };
}

function idsOf({ organisationId, staffId }: WeeklyReader): Buffer {
  return Buffer.from(`${organisationId}${staffId}`.replaceAll("-", ""), "hex");
}

function signatureOf(ids: Buffer): Buffer {
  return createHmac("sha256", derivedKey("unsubscribe", "weekly letter")).update(ids).digest();
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
