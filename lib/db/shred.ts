import "server-only";
import type { Scope } from "./organisation-scope";

/** What a purge destroys, by count. Two letters to one reader are two letters. */
export type Shredded = { files: number; messages: number; answers: number; letters: number };

export async function countPersonal({ tx }: Scope, requestId: string): Promise<Shredded> {
  const [files, messages, answers, letters] = await Promise.all([
    tx.storedFile.count({ where: { requestId, fileKey: { not: null } } }),
    tx.message.count({ where: { requestId } }),
    tx.answer.count({ where: { requestId, body: { not: null } } }),
    tx.letter.count({
      where: { requestId, OR: [{ text: { not: null } }, { note: { not: null } }, { address: { not: null } }] },
    }),
  ]);
  return { files, messages, answers, letters };
}

/**
 * Destroys everything about a person that the database holds of a request, its key included. Whatever an old copy of the
 * rows still shows cannot be opened any more. The bytes of files are unreadable from here on and are owed to the disk:
 * their rows stay until those are gone. The database refuses this before the record says that the request is purged.
 */
export async function shredRequest(
  { tx }: Scope,
  { id: requestId, reference }: { id: string; reference: string },
): Promise<void> {
  const where = { requestId };
  // Forms that hang on a request carry its reference in their key: what was typed tonight and not sent.
  await tx.keptForm.deleteMany({ where: { form: { contains: reference } } });
  await tx.message.deleteMany({ where });
  await tx.answer.updateMany({ where, data: { body: null } });
  await tx.letter.updateMany({
    where: { requestId, status: { in: ["queued", "held"] } },
    data: { status: "failed", lastError: "the request was purged first" },
  });
  await tx.letter.updateMany({ where, data: { note: null, text: null, address: null, addressIndex: null } });
  await tx.storedFile.deleteMany({ where: { requestId, destroyedAt: { not: null } } });
  await tx.storedFile.updateMany({ where, data: { name: null, fileKey: null } });
  await tx.paperDraft.deleteMany({ where });
  await tx.challenge.deleteMany({ where });
  await tx.task.updateMany({ where, data: { words: null } });
  await tx.taskKey.deleteMany({ where });
  await tx.personSession.deleteMany({ where });
  await tx.privacyRequest.update({
    where: { id: requestId },
    data: { wrappedKey: null, person: null, details: null, emailIndex: null, nameIndex: null, sourceIndex: null },
  });
}

/** Up to `size` files after `after` whose keys are destroyed and whose bytes still lie on the disk. */
export async function bytesOwed({ tx }: Scope, page: { after: string | null; size: number }): Promise<string[]> {
  const rows = await tx.storedFile.findMany({
    where: { fileKey: null, destroyedAt: null, ...(page.after ? { id: { gt: page.after } } : {}) },
    select: { id: true },
    orderBy: { id: "asc" },
    take: page.size,
  });
  return rows.map(({ id }) => id);
}

/** The bytes are gone: the row says so, or goes as well where the whole request went. */
export async function settleBytes({ tx }: Scope, fileId: string, now: Date): Promise<void> {
  await tx.storedFile.updateMany({ where: { id: fileId, destroyedAt: null }, data: { destroyedAt: now } });
  await tx.storedFile.deleteMany({ where: { id: fileId, request: { wrappedKey: null } } });
}

/** Which of these letters nobody may read any more: their request was purged, or they will never leave. */
export async function lettersOver({ tx }: Scope, letterIds: readonly string[]): Promise<string[]> {
  const rows = await tx.letter.findMany({
    where: { id: { in: [...letterIds] }, OR: [{ request: { wrappedKey: null } }, { status: "dropped" }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
