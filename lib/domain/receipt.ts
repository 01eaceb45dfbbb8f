// Decides what a filing receipt says, and what exactly is signed. No name, no address: it can be shown to anyone.
// Answers to GDPR Art. 12(2)–(3) (the person can show when they asked) and Art. 5(2).
import type { CalendarDate } from "./calendar-date";
import { canonical } from "./ledger";
import type { Right } from "./right";

export type ReceiptStatement = {
  kind: "habeas-receipt";
  version: 1;
  reference: string;
  organisation: { slug: string; name: string };
  rights: readonly Right[];
  received: { at: string; day: CalendarDate; timeZone: string };
  /** As counted on the day of receipt; later events may move it and are told in letters. */
  dueOn: CalendarDate | null;
  clock: { law: string; ruleVersion: string; lines: readonly ReceiptLine[] };
  /** Hash of the first entry of this request's record. */
  head: string;
};

export type ReceiptLine = { text: string; date: CalendarDate | null; citation: string };

/** `signature`: Ed25519 over `canonical(statement)`. `publicKey`: SPKI, DER. Both base64. */
export type Receipt = { statement: ReceiptStatement; signature: string; publicKey: string };

/** The bytes that are signed, as text: keys sorted at every depth, no spaces (RFC 8785 for what stands in a receipt). */
export function signedText(statement: unknown): string {
  return canonical(statement);
}
