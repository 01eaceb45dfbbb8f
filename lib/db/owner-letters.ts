import "server-only";
import { randomUUID } from "node:crypto";
import type { OwnerLetter } from "@/lib/domain/letters";
import { enqueueLetter } from "./job-queue";
import type { LetterSecrets } from "./letter-secrets";
import type { Scope } from "./organisation-scope";
import type { LetterFacts } from "./owed-letters";
import { createTaskCode, createTaskLink, dropTaskKeys, taskKeyLimits } from "./task-keys";

/**
 * Owes a letter to whoever answers for the task's system, to the address that the register has when it leaves. `cause`
 * makes it one of its kind.
 */
export async function oweOwnerLetter(
  scope: Scope,
  request: { id: string; version: number },
  { kind, taskId, cause }: { kind: OwnerLetter; taskId: string; cause: string },
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const facts: LetterFacts = { seq: request.version, messageId: null, task: taskId };
  const { count } = await scope.tx.letter.createMany({
    data: {
      id,
      organisationId: scope.organisationId,
      requestId: request.id,
      kind,
      audience: "owner",
      facts,
      cause,
      status: "queued",
      messageId: id,
      queuedAt: now,
      leavesAt: now,
    },
    skipDuplicates: true,
  });
  if (count === 1) await enqueueLetter(scope, id);
}

/**
 * The link or the code with which a letter to an owner leaves now, never both: whoever reads the one over a shoulder has not
 * got the other. What an earlier try put into it is kept while more than half of its life is left.
 */
export async function ownerSecretsAtSending(
  scope: Scope,
  letter: { id: string; requestId: string; kind: OwnerLetter; taskId: string; held: LetterSecrets | null },
  now: Date,
): Promise<LetterSecrets> {
  const { id: letterId, requestId, taskId, kind, held } = letter;
  const task = { id: taskId, requestId };
  const none = new Date(0).toISOString();
  if (held && isYoung(held, kind, now)) return held;
  await dropTaskKeys(scope, letterId);
  if (kind === "owner_code") {
    const { code, expiresAt } = await createTaskCode(scope, task, letterId, now);
    return { token: "", code, linkExpiresAt: none, codeExpiresAt: expiresAt.toISOString() };
  }
  const { token, expiresAt } = await createTaskLink(scope, task, letterId, now);
  return { token, code: "", linkExpiresAt: expiresAt.toISOString(), codeExpiresAt: none };
}

function isYoung({ linkExpiresAt, codeExpiresAt }: LetterSecrets, kind: OwnerLetter, now: Date): boolean {
  const isCode = kind === "owner_code";
  const life = isCode ? taskKeyLimits.codeMinutes * 60_000 : taskKeyLimits.linkDays * 86_400_000;
  return new Date(isCode ? codeExpiresAt : linkExpiresAt).getTime() - now.getTime() > life / 2;
}
