import "server-only";
import { randomUUID } from "node:crypto";
import type { StepEvent } from "@/lib/domain/events";
import type { StepChange } from "@/lib/domain/step-change";
import { sealText } from "./field-encryption";
import { keepFiles } from "./message-store";
import type { Scope } from "./organisation-scope";
import { dataKeyOf, type StoredRequest } from "./request-store";

/** Keeps the words, the outcomes and the files of an answer, and gives the event that names them. */
export async function prepareAnswer(
  scope: Scope,
  stored: StoredRequest,
  change: Extract<StepChange, { step: "prepare" }>,
  preparedBy: string,
  now: Date,
): Promise<StepEvent> {
  const id = randomUUID();
  const key = dataKeyOf(stored);
  const { organisationId } = scope;
  const body = sealText(key, `answer.body.${id}`, change.words);
  await scope.tx.answer.create({
    data: { id, organisationId, requestId: stored.id, body, preparedBy, preparedAt: now },
  });
  await keepFiles(scope, change.files, { requestId: stored.id, key, purpose: "answer", answerId: id }, now);
  for (const { right, outcome, ground } of change.outcomes) {
    await scope.tx.requestRight.update({
      where: { requestId_right: { requestId: stored.id, right } },
      data: { outcome, ground },
    });
  }
  const files = change.files.map(({ id: fileId, digest }) => ({ id: fileId, digest }));
  return { type: "AnswerPrepared", answerId: id, outcomes: change.outcomes, files };
}

/** The answer that waits for release. The lifecycle lets a step through only where there is one. */
export function preparedAnswer(stored: StoredRequest): string {
  if (!stored.facts.prepared) throw new Error("no answer is prepared");
  return stored.facts.prepared.answerId;
}
