import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { RecordedEvent } from "@/lib/domain/events";
import type { Scope } from "./organisation-scope";
import type { StoredRequest } from "./request-store";

/** Rows that follow from an event and name it: proofs, and what becomes of the prepared answer. */
export async function writeConsequence(
  { tx, organisationId }: Scope,
  after: StoredRequest & { recorded: RecordedEvent },
  actor: Actor,
  now: Date,
): Promise<void> {
  const { event, seq } = after.recorded;
  if (event.type === "ProofAccepted") {
    const { kind, level } = event;
    await tx.proof.create({ data: { organisationId, requestId: after.id, kind, level, eventSeq: seq, at: now } });
  }
  if (event.type === "AnswerReturned") {
    await tx.answer.update({ where: { id: event.answerId }, data: { returnedAt: now } });
    await tx.requestRight.updateMany({ where: { requestId: after.id }, data: { outcome: null, ground: null } });
  }
  if (event.type === "AnswerReleased" && actor.kind === "staff") {
    await tx.answer.update({ where: { id: event.answerId }, data: { releasedAt: now, releasedBy: actor.staffId } });
  }
}
