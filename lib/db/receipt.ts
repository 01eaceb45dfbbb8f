import "server-only";
import type { Clock } from "@/lib/domain/clock";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { type Receipt, type ReceiptStatement, signedText } from "@/lib/domain/receipt";
import { foldRequest } from "@/lib/domain/request";
import { requestClock } from "@/lib/domain/request-clock";
import type { StoredRequest } from "./request-store";
import { publicKey, signText } from "./signing-key";

/** The signed receipt, made from the first entry of the record alone: asked for again later, it is the same. */
export function receiptOf(stored: StoredRequest): Receipt {
  const statement = statementOf(stored);
  return { statement, signature: signText(signedText(statement)), publicKey: publicKey() };
}

/** The sum that the receipt states: as counted on the day of receipt. */
export function clockAtReceipt(stored: StoredRequest): Clock {
  return atReceipt(stored).workTo;
}

function atReceipt({ organisation, chain }: StoredRequest) {
  const [first] = chain;
  if (!first) throw new Error("a request begins with its receipt");
  const facts = foldRequest([first]);
  const { workTo, dueOn } = requestClock(facts, clockSettingsOf(organisation, facts));
  return { first, facts, workTo, dueOn };
}

function statementOf(stored: StoredRequest): ReceiptStatement {
  const { reference, organisation } = stored;
  const { first, facts, workTo, dueOn } = atReceipt(stored);
  const { profile } = organisation;
  return {
    kind: "habeas-receipt",
    version: 1,
    reference,
    organisation: { slug: profile.slug, name: profile.name },
    rights: facts.rights.map(({ right }) => right),
    received: { at: first.at.toISOString(), day: first.day, timeZone: profile.timeZone },
    dueOn,
    clock: {
      law: workTo.name,
      ruleVersion: workTo.ruleVersion,
      lines: workTo.lines.map(({ text, date, citation }) => ({ text, date, citation })),
    },
    head: first.hash,
  };
}
