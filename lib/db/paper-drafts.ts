import "server-only";
import { z } from "zod";
import { draftMinutes, isPaperKind, type PaperKind } from "@/lib/domain/papers";
import { type DataKey, openText, sealText } from "./field-encryption";
import type { Scope } from "./organisation-scope";

/** A picture in hand: `fileKey` opens its bytes in the file store. */
export type PaperDraft = { id: string; kind: PaperKind; fileKey: string };

/** Which draft, and the browser that holds it. */
export type DraftOf = { requestId: string; sessionId: string; id: string };

export async function keepPaperDraft(
  { tx, organisationId }: Scope,
  draft: { requestId: string; sessionId: string; key: DataKey } & PaperDraft,
  now: Date,
): Promise<void> {
  const { id, requestId, sessionId, kind, key, fileKey } = draft;
  const sealed = sealText(key, `paper_draft.file_key.${id}`, fileKey);
  await tx.paperDraft.create({ data: { id, organisationId, requestId, sessionId, kind, fileKey: sealed, at: now } });
}

/** Null when this browser holds none of that id, or its time is over; "sent" when it was sent already. */
export async function findPaperDraft(
  { tx }: Scope,
  { key, ...of }: DraftOf & { key: DataKey },
  now: Date,
): Promise<PaperDraft | "sent" | null> {
  // It comes out of an address: what is no id is nobody's draft.
  if (!z.uuid().safeParse(of.id).success) return null;
  const row = await tx.paperDraft.findFirst({ where: { ...of, at: { gte: draftsBefore(now) } } });
  if (!row || !isPaperKind(row.kind)) return null;
  if (!row.fileKey) return "sent";
  return { id: row.id, kind: row.kind, fileKey: openText(key, `paper_draft.file_key.${row.id}`, row.fileKey) };
}

/** Takes the row away; whoever calls takes the bytes away next, which nobody can open any more. */
export async function dropPaperDraft({ tx }: Scope, of: DraftOf): Promise<boolean> {
  const { count } = await tx.paperDraft.deleteMany({ where: { ...of, sentAt: null } });
  return count === 1;
}

/** Shuts a draft that was sent. False when another press of the same button came first. */
export async function shutPaperDraft({ tx }: Scope, of: DraftOf, now: Date): Promise<boolean> {
  const { count } = await tx.paperDraft.updateMany({
    where: { ...of, sentAt: null },
    data: { sentAt: now, fileKey: null },
  });
  return count === 1;
}

/** How many pictures of this request wait to be covered, in all browsers. */
export async function draftsOf({ tx }: Scope, requestId: string): Promise<number> {
  return tx.paperDraft.count({ where: { requestId, sentAt: null } });
}

/** Drafts whose time is over, oldest first. */
export async function oldPaperDrafts({ tx }: Scope, now: Date, size: number): Promise<string[]> {
  const rows = await tx.paperDraft.findMany({
    where: { at: { lt: draftsBefore(now) } },
    orderBy: { at: "asc" },
    take: size,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

function draftsBefore(now: Date): Date {
  return new Date(now.getTime() - draftMinutes * 60_000);
}
