import "server-only";
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { derivedKey } from "./key-ring";
import { sha256 } from "./sha256";

// An Ed25519 private key in PKCS #8 is this prefix and the 32 bytes of its seed (RFC 8410 §7).
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

function privateKey(): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, derivedKey("signing")]), format: "der", type: "pkcs8" });
}

/** The installation's public key: SPKI, DER, base64. What a receipt is checked with by whoever does not trust us. */
export function publicKey(): string {
  return createPublicKey(privateKey()).export({ format: "der", type: "spki" }).toString("base64");
}

/** A short name for a public key: the first 16 hex digits of its SHA-256. */
export function keyIdOf(key: string): string {
  return sha256(new Uint8Array(Buffer.from(key, "base64"))).slice(0, 16);
}

/** Ed25519 over the text's UTF-8 bytes (RFC 8032), base64. Equal text gives an equal signature. */
export function signText(text: string): string {
  return sign(null, Buffer.from(text, "utf8"), privateKey()).toString("base64");
}

/** False for anything that is not this key's signature of exactly this text; never throws. */
export function verifyText(text: string, signature: string, key: string): boolean {
  try {
    const spki = createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
    if (spki.asymmetricKeyType !== "ed25519") return false;
    return verify(null, Buffer.from(text, "utf8"), spki, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
