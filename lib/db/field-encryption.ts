import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { currentKeyId, derivedKey } from "./key-ring";

/** Plain data key of one request; lives in memory for one unit of work. */
export type DataKey = { readonly bytes: Buffer };

// Layout of a sealed value: version (1 byte) · nonce (12) · tag (16) · ciphertext. NIST SP 800-38D, AES-256-GCM.
const version = 1;

function seal(key: Buffer, plain: Buffer, bound: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]));
}

function open(key: Buffer, sealed: Uint8Array, bound: string): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes.length < 29 || bytes[0] !== version) throw new Error("sealed value of unknown form");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 13)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(13, 29));
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]);
}

/** A fresh data key and its wrapped form for the request's row. */
export function newDataKey(requestId: string): { key: DataKey; wrapped: Uint8Array<ArrayBuffer>; keyId: string } {
  const bytes = randomBytes(32);
  return { key: { bytes }, wrapped: seal(derivedKey("wrap", currentKeyId), bytes, requestId), keyId: currentKeyId };
}

/** Throws when the key was destroyed: a shredded request has no words any more. */
export function unwrapDataKey(requestId: string, wrapped: Uint8Array | null, keyId: string): DataKey {
  if (!wrapped) throw new Error("the data key of this request was destroyed");
  return { bytes: open(derivedKey("wrap", keyId), wrapped, requestId) };
}

/** `place` is `table.column.rowId`: a ciphertext moved to another row, column or tenant does not open. */
export function sealText(key: DataKey, place: string, text: string): Uint8Array<ArrayBuffer> {
  return seal(key.bytes, Buffer.from(text, "utf8"), place);
}
export function openText(key: DataKey, place: string, sealed: Uint8Array): string {
  return open(key.bytes, sealed, place).toString("utf8");
}

/**
 * Tells whether a text is the same one, under the request's own key: who guesses a name and an address cannot find out from
 * the record that they guessed right, and once the key is destroyed the digest means nothing to anybody.
 */
export function keyedDigest(key: DataKey, text: string): string {
  const own = Buffer.from(hkdfSync("sha256", key.bytes, "", "habeas keyed digest v1", 32));
  return createHmac("sha256", own).update(text, "utf8").digest("hex");
}

/** What is sealed under a key of the instance: it belongs to no request yet. */
export type InstanceSeal = "kept-form" | "staff-factor" | "account" | "backlog" | "bulk";

export function sealForInstance(purpose: InstanceSeal, place: string, text: string): Uint8Array<ArrayBuffer> {
  return seal(derivedKey(purpose), Buffer.from(text, "utf8"), place);
}
export function openForInstance(purpose: InstanceSeal, place: string, sealed: Uint8Array): string {
  return open(derivedKey(purpose), sealed, place).toString("utf8");
}
