import "server-only";
import { isPaperKind, type PaperKind } from "@/lib/domain/papers";
import { type DataKey, openText, sealText } from "./field-encryption";
import type { Scope } from "./organisation-scope";

/** How long somebody may take to cover a picture. */
export const draftMinutes = 60;

/** A picture in hand: `fileKey` opens its bytes in the file store. */
export type PaperDraft = { id: string; kind: PaperKind; fileKey: string };

export async function keepPaperDraft(
  { tx, organisationId }: Scope,
  draft: { requestId: string; key: DataKey } & PaperDraft,
  now: Date,
): Promise<void> {
  const { id, requestId, kind, key, fileKey } = draft;
  const sealed = sealText(key, `paper_draft.file_key.${id}`, fileKey);
  await tx.paperDraft.create({ data: { id, organisationId, requestId, kind, fileKey: sealed, at: now } });
}

/** Null when there is none of this request, or its hour is over. */
export async function findPaperDraft(
  { tx }: Scope,
  of: { requestId: string; key: DataKey; id: string },
  now: Date,
): Promise<PaperDraft | null> {
  const row = await tx.paperDraft.findUnique({ where: { id: of.id } });
  if (!row || row.requestId !== of.requestId || !isPaperKind(row.kind) || row.at < draftsBefore(now)) return null;
  return { id: row.id, kind: row.kind, fileKey: openText(of.key, `paper_draft.file_key.${row.id}`, row.fileKey) };
}

/** Takes the row away; whoever calls takes the bytes away next, which nobody can open any more. */
export async function dropPaperDraft({ tx }: Scope, of: { requestId: string; id: string }): Promise<boolean> {
  const { count } = await tx.paperDraft.deleteMany({ where: of });
  return count === 1;
}

export async function draftsOf({ tx }: Scope, requestId: string): Promise<string[]> {
  const rows = await tx.paperDraft.findMany({ where: { requestId }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Drafts whose hour is over, oldest first. */
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
