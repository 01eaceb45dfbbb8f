import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { DomainEvent, RecordedEvent } from "@/lib/domain/events";
import { type ProofKind, proofKinds } from "@/lib/domain/verification";
import { enqueueRecognition } from "./job-queue";
import type { Scope } from "./organisation-scope";
import { staleSessionsOf } from "./person-sessions";
import type { StoredRequest } from "./request-store";

/** Rows that follow from an event and name it: proofs, and what becomes of the prepared answer. */
export async function writeConsequence(
  { tx, organisationId }: Scope,
  after: StoredRequest & { recorded: RecordedEvent },
  actor: Actor,
  now: Date,
): Promise<void> {
  const { event, seq } = after.recorded;
  const kind = proofOf(event);
  if (kind) {
    const { level } = proofKinds[kind];
    await tx.proof.create({ data: { organisationId, requestId: after.id, kind, level, eventSeq: seq, at: now } });
  }
  if (event.type === "ProofRejected" || event.type === "AuthorityDenied" || event.type === "AddressChanged") {
    await staleSessionsOf({ tx, organisationId }, after.id);
  }
  // Each address that was confirmed is looked up once, where there is something to look in (ATK-I3: also a changed one).
  const confirmed = event.type === "ContactConfirmed" || event.type === "AddressChanged";
  if (confirmed && after.organisation.profile.identity.matching)
    await enqueueRecognition({ tx, organisationId }, after.id);
  if (event.type === "RisksNoted") {
    for (const { right, level, ways = [] } of event.raised) {
      await tx.requestRight.update({
        where: { requestId_right: { requestId: after.id, right } },
        data: { levelNeeded: level, ways: ways.map((way) => [...way]) },
      });
    }
  }
  if (event.type === "AnswerReturned") {
    await tx.answer.update({ where: { id: event.answerId }, data: { returnedAt: now } });
    await tx.requestRight.updateMany({ where: { requestId: after.id }, data: { outcome: null, ground: null } });
  }
  // The new answer decides each right anew; what went out keeps its words and its files.
  if (event.type === "AnswerReversed") {
    await tx.requestRight.updateMany({ where: { requestId: after.id }, data: { outcome: null, ground: null } });
  }
  if (event.type === "AnswerReleased" && actor.kind === "staff") {
    await tx.answer.update({ where: { id: event.answerId }, data: { releasedAt: now, releasedBy: actor.staffId } });
  }
}

/** The proof that an event is; null for all others. The database asks the same of each row. */
function proofOf(event: DomainEvent): ProofKind | null {
  switch (event.type) {
    case "ProofAccepted":
    case "ProofShown":
      return event.kind;
    case "ContactConfirmed":
    case "AddressChanged":
      return "contact_confirmed";
    case "AddressRecognised":
      return "address_on_file";
    case "AuthorityConfirmed":
      return event.onFile ? "confirmed_by_person" : null;
    default:
      return null;
  }
}
