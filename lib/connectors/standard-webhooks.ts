import "server-only";
import { createHmac, type Hmac, timingSafeEqual } from "node:crypto";

/** How far a sender's clock may be off (the specification's five minutes). */
export const toleranceSeconds = 300;

/** Longer than any id that a sender makes. */
const longestId = 200;

/**
 * The headers of a body that we send, as Standard Webhooks 1.0.0 has them: HMAC-SHA256 of `id.timestamp.body`. The same
 * message sent again keeps its `id`, by which the receiver knows it. `secret` is the key's bytes.
 */
export function signedHeaders(
  { secret, id, body }: { secret: Buffer; id: string; body: string },
  now: Date,
): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000).toString();
  const signature = signing(secret, { id, timestamp }).update(body).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

/** A message that came to us, before its body was read. */
export type HeardHead = { id: string; timestamp: string; signatures: readonly Buffer[] };

/** What the headers say; null where they are missing, malformed, or too far from now. */
export function heardHead(headers: Headers, now: Date): HeardHead | null {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  if (id === "" || id.length > longestId || !/^[\x21-\x7e]+$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return null;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return null;
  // Several: a sender that changes its key signs with the old and the new one for a while.
  const signatures = (headers.get("webhook-signature") ?? "")
    .split(" ")
    .slice(0, 8)
    .flatMap((part) => (part.startsWith("v1,") ? [Buffer.from(part.slice(3), "base64")] : []));
  return signatures.length > 0 ? { id, timestamp, signatures } : null;
}

/** Takes the body piece by piece; `fits` tells, in a time that says nothing, whether one of the signatures is ours. */
export function bodyCheck(secret: Buffer, head: HeardHead): { take(piece: Uint8Array): void; fits(): boolean } {
  const hmac = signing(secret, head);
  return {
    take: (piece) => void hmac.update(piece),
    fits() {
      const expected = hmac.digest();
      const same = head.signatures.map((given) => given.length === expected.length && timingSafeEqual(given, expected));
      return same.includes(true);
    },
  };
}

function signing(secret: Buffer, { id, timestamp }: { id: string; timestamp: string }): Hmac {
  return createHmac("sha256", secret).update(`${id}.${timestamp}.`);
}
