import "server-only";
import { createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { TaskKey } from "@/lib/generated/prisma/client";
import { derivedKey, tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

/** `link` stands in a letter and opens nothing by itself; `code` is sent when it is asked for; `session` is a browser. */
type Kind = "link" | "code" | "session";

export const taskKeyLimits = { linkDays: 30, codeMinutes: 10, codeTries: 5, codesAnHour: 5, sessionHours: 4 } as const;

const minute = 60_000;
const lifeOf: Readonly<Record<Kind, number>> = {
  link: taskKeyLimits.linkDays * 1_440 * minute,
  code: taskKeyLimits.codeMinutes * minute,
  session: taskKeyLimits.sessionHours * 60 * minute,
};

type Of = { id: string; requestId: string };

async function create(
  { tx, organisationId }: Scope,
  task: Of,
  key: { kind: Kind; hash: string; letterId: string | null },
  now: Date,
): Promise<Date> {
  const expiresAt = new Date(now.getTime() + lifeOf[key.kind]);
  const of = { organisationId, taskId: task.id, requestId: task.requestId };
  await tx.taskKey.create({ data: { ...of, ...key, createdAt: now, expiresAt } });
  return expiresAt;
}

/** A link to one task. Those of earlier letters live on until they end, or the task does. */
export async function createTaskLink(scope: Scope, task: Of, letterId: string, now: Date) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = await create(scope, task, { kind: "link", hash: tokenHash(token), letterId }, now);
  return { token, expiresAt };
}

/** A code for one task; the one before it is dead. */
export async function createTaskCode(scope: Scope, task: Of, letterId: string, now: Date) {
  const code = randomInt(0, 100_000_000).toString().padStart(8, "0");
  await scope.tx.taskKey.updateMany({
    where: { taskId: task.id, kind: "code", usedAt: null },
    data: { usedAt: now },
  });
  const expiresAt = await create(scope, task, { kind: "code", hash: codeHash(letterId, task.id, code), letterId }, now);
  return { code, expiresAt };
}

/** What earlier tries of this letter carried opens nothing any more. */
export async function dropTaskKeys({ tx }: Scope, letterId: string): Promise<void> {
  await tx.taskKey.deleteMany({ where: { letterId } });
}

/** A link of this organisation, also one that has run out: whoever holds it may ask for a new letter. Looking uses nothing up. */
export async function findTaskLink({ tx }: Scope, token: string, now: Date) {
  const link = await tx.taskKey.findFirst({ where: { hash: tokenHash(token), kind: "link" } });
  return link && { taskId: link.taskId, requestId: link.requestId, alive: link.expiresAt > now };
}

/** How many codes were asked for in the hour before; a letter that waits counts as one. */
export function codesLately({ tx }: Scope, taskId: string, now: Date): Promise<number> {
  return tx.letter.count({
    where: {
      kind: "owner_code",
      facts: { path: ["task"], equals: taskId },
      queuedAt: { gt: new Date(now.getTime() - 60 * minute) },
    },
  });
}

/**
 * Uses up the code of a task that fits, once. The try is counted by the statement that finds it, before anything is compared:
 * guesses sent at the same time queue at the row.
 */
export async function spendTaskCode(
  { tx }: Scope,
  { taskId, code }: { taskId: string; code: string },
  now: Date,
): Promise<"wrong_code" | null> {
  const live = await tx.taskKey.updateManyAndReturn({
    where: {
      taskId,
      kind: "code",
      usedAt: null,
      expiresAt: { gt: now },
      attempts: { lt: taskKeyLimits.codeTries },
    },
    data: { attempts: { increment: 1 } },
  });
  const fitting = live.find((one) => fits(one, codeHash(one.letterId ?? "", taskId, code)));
  if (!fitting) return "wrong_code";
  const { count } = await tx.taskKey.updateMany({ where: { id: fitting.id, usedAt: null }, data: { usedAt: now } });
  return count === 1 ? null : "wrong_code";
}

/** A browser that may see one task. Returns the secret for its cookie; the database refuses it where the proof is gone. */
export async function startTaskSession(scope: Scope, task: Of, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await create(scope, task, { kind: "session", hash: tokenHash(token), letterId: null }, now);
  return token;
}

export async function findTaskSession({ tx }: Scope, token: string, now: Date) {
  const found = await tx.taskKey.findFirst({
    where: { hash: tokenHash(token), kind: "session", expiresAt: { gt: now } },
  });
  return found && { taskId: found.taskId, requestId: found.requestId };
}

// Bound to the task, and to its letter, so that two tasks with the same eight digits are two hashes.
function codeHash(letterId: string, taskId: string, code: string): string {
  return createHmac("sha256", derivedKey("token", "code")).update(`${letterId}:${taskId}:${code}`).digest("hex");
}

function fits({ hash }: Pick<TaskKey, "hash">, presented: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(presented));
}
