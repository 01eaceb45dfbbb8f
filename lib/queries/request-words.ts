import "server-only";
import { openText } from "@/lib/db/field-encryption";
import { letterAddress } from "@/lib/db/letter-store";
import { type FilePurpose, fileNameOf, messageWords } from "@/lib/db/message-store";
import type { Scope } from "@/lib/db/organisation-scope";
import { dataKeyOf, type StoredRequest } from "@/lib/db/request-store";
import type { StoredFile } from "@/lib/generated/prisma/client";

export type FileLine = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  digest: string;
  /** Sent to prove something: not for everybody who reads the request. */
  paper: boolean;
  destroyed: boolean;
};

/** `words` is null once the request was reduced to its skeleton. */
export type ThreadWords = {
  id: string;
  from: "person" | "organisation" | "note";
  staffId: string | null;
  words: string | null;
  at: Date;
  files: readonly FileLine[];
};

export type AnswerWords = {
  id: string;
  words: string | null;
  preparedBy: string;
  preparedAt: Date;
  releasedBy: string | null;
  releasedAt: Date | null;
  returnedAt: Date | null;
  files: readonly FileLine[];
};

export type LetterLine = {
  id: string;
  kind: string;
  audience: string;
  status: string;
  queuedAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
};

/** The thread and the staff's notes, oldest first, opened with the request's key. */
export async function threadOf({ tx }: Scope, stored: StoredRequest): Promise<ThreadWords[]> {
  if (!stored.row.wrappedKey) return [];
  const key = dataKeyOf(stored);
  const messages = await tx.message.findMany({
    where: { requestId: stored.id },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const files = await filesOf({ tx }, stored, ["message", "proof"]);
  return messages.map((message) => ({
    id: message.id,
    from: message.from as ThreadWords["from"],
    staffId: message.staffId,
    words: messageWords(key, message),
    at: message.at,
    files: files.filter((file) => file.messageId === message.id).map((file) => fileLine(stored, file)),
  }));
}

/** Prepared, returned and released answers, newest first. */
export async function answersOf({ tx }: Scope, stored: StoredRequest): Promise<AnswerWords[]> {
  if (!stored.row.wrappedKey) return [];
  const key = dataKeyOf(stored);
  const answers = await tx.answer.findMany({ where: { requestId: stored.id }, orderBy: { preparedAt: "desc" } });
  const files = await filesOf({ tx }, stored, ["answer"]);
  return answers.map(({ id, body, preparedBy, preparedAt, releasedBy, releasedAt, returnedAt }) => ({
    id,
    words: body ? openText(key, `answer.body.${id}`, body) : null,
    preparedBy,
    preparedAt,
    releasedBy,
    releasedAt,
    returnedAt,
    files: files.filter((file) => file.answerId === id).map((file) => fileLine(stored, file)),
  }));
}

/** What systems gave, each under its task. */
export async function filesOfTasks(
  scope: Scope,
  stored: StoredRequest,
): Promise<(FileLine & { taskId: string | null })[]> {
  const files = await filesOf(scope, stored, ["export"]);
  return files.map((file) => ({ ...fileLine(stored, file), taskId: file.taskId }));
}

/** Letters of one request, oldest first. Their text stays with the outbox. */
export async function lettersOf({ tx }: Pick<Scope, "tx">, requestId: string): Promise<LetterLine[]> {
  return tx.letter.findMany({
    where: { requestId },
    orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      audience: true,
      status: true,
      queuedAt: true,
      sentAt: true,
      attempts: true,
      lastError: true,
    },
  });
}

/** Where an agent had us ask the person, as the agent gave it. */
export async function principalAddressesOf({ tx }: Pick<Scope, "tx">, stored: StoredRequest): Promise<string[]> {
  const letters = await tx.letter.findMany({
    where: { requestId: stored.id, kind: "confirm_agent" },
    orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
    select: { id: true, address: true },
  });
  return [...new Set(letters.flatMap((letter) => letterAddress(stored, letter) ?? []))];
}

function filesOf({ tx }: Pick<Scope, "tx">, stored: StoredRequest, purposes: FilePurpose[]): Promise<StoredFile[]> {
  const where = { requestId: stored.id, purpose: { in: purposes } };
  return tx.storedFile.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }] });
}

function fileLine(stored: StoredRequest, file: StoredFile): FileLine {
  const { id, mediaType, size, digest, fileKey } = file;
  const paper = file.purpose === "proof";
  // Without its key a file is destroyed, whether or not its bytes have left the disk yet.
  return { id, name: fileNameOf(dataKeyOf(stored), file), mediaType, size, digest, paper, destroyed: fileKey === null };
}
