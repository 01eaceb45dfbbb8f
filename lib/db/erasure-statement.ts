import "server-only";
import { signedText } from "@/lib/domain/receipt";
import { foldRequest, type RequestFacts } from "@/lib/domain/request";
import { erasureLinesTold, erasureSearched } from "@/lib/domain/systems/erasure-effects";
import { backupsAfter, type ErasureStatement } from "@/lib/domain/systems/erasure-statement";
import type { StoredRequest } from "./request-store";
import { publicKey, signText } from "./signing-key";

/** `signature`: Ed25519 over the canonical form of `statement`; both base64, as a receipt's. */
export type SignedErasureStatement = { statement: ErasureStatement; signature: string; publicKey: string };

/**
 * What the person was told of the erasure when the newest answer went out, from the record up to that entry: asked for again
 * later, it is the same. Null where no erasure was planned, or no answer is out. `reasons`: by task, what a system said that
 * would not erase.
 */
export function erasureStatementOf(
  { chain, reference, organisation }: Pick<StoredRequest, "chain" | "reference" | "organisation">,
  reasons: Readonly<Record<string, string>>,
): ErasureStatement | null {
  const released = chain.findLast(({ event }) => event.type === "AnswerReleased");
  if (!released) return null;
  const facts: RequestFacts = foldRequest(chain.slice(0, released.seq));
  if (!facts.plan?.begunOn) return null;
  const { profile } = organisation;
  const lines = erasureLinesTold(facts, reasons);
  return {
    kind: "habeas-erasure-statement",
    version: 1,
    reference,
    organisation: { slug: profile.slug, name: profile.name },
    askedOn: facts.receivedOn,
    statedOn: released.day,
    searched: erasureSearched(facts),
    lines,
    backups: backupsAfter(lines, profile),
    anonymisedMayRemain: profile.erasure.anonymisedMayRemain,
    head: released.hash,
  };
}

export function signedErasureStatement(statement: ErasureStatement): SignedErasureStatement {
  return { statement, signature: signText(signedText(statement)), publicKey: publicKey() };
}
