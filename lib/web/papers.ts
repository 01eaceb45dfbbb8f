import "server-only";
import type { NextRequest } from "next/server";
import { draftInHand, forgetDraft, keepDraft } from "@/lib/commands/cover-paper";
import { sendPaper } from "@/lib/commands/send-paper";
import type { PersonActor } from "@/lib/domain/actor";
import type { RecordedEvent } from "@/lib/domain/events";
import { type Cell, isPaperKind, isWanted, type PaperKind } from "@/lib/domain/papers";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { RequestFacts } from "@/lib/domain/request";
import type { FileToKeep } from "@/lib/domain/step-change";
import { mistake } from "@/lib/forms/intake-mistakes";
import type { Mistakes } from "@/lib/forms/kept-values";
import type { Organisation } from "@/lib/queries/organisation";
import { destroyBytes, openBytes, storeBytes } from "@/lib/storage/file-store";
import { coveredPicture, pictureType, pictureTypes, plainPicture } from "@/lib/storage/pictures";
import { mediaTypeOf } from "./file-kinds";
import { type RequestGate, type RequestParams, requestGate } from "./person-page";
import { shownName } from "./uploads";

export type PaperParams = RequestParams & { kind: string };
export type PaperGate = RequestGate & { kind: PaperKind; page: string };
type Held = { organisation: Organisation; person: PersonActor; reference: string; kind: PaperKind };
type Failed = Refused | { ok: false; mistakes: Mistakes };

const uncovered: Failed = { ok: false, mistakes: { "": mistake("paper_stuck") } };

/** One paper at a time, a photograph or a scan. */
export const paperBytes = 15_000_000;

/** For pages: is this address one of a paper that is wanted here? */
export function wantsPaper(
  { profile }: Organisation,
  request: { facts: RequestFacts; chain: readonly RecordedEvent[] },
  kind: string,
): kind is PaperKind {
  return isPaperKind(kind) && isWanted(profile, request, kind);
}

export async function paperGate(params: PaperParams, http: NextRequest): Promise<PaperGate | null> {
  const gate = await requestGate(params, http);
  if (!gate || !isPaperKind(params.kind)) return null;
  const page = `/${gate.organisation.slug}/requests/${gate.reference}/proof/papers/${params.kind}`;
  return { ...gate, kind: params.kind, page };
}

export type Started = { ok: true; draftId: string | null } | Failed;

/** Takes a paper: a picture is kept for covering, anything else that we take (PDF) is sent as it is. */
export async function startPaper(held: Held, file: File | null, now: Date): Promise<Started> {
  if (!file || file.size === 0) return { ok: false, mistakes: { paper: mistake("paper_missing") } };
  if (file.size > paperBytes) return { ok: false, mistakes: { paper: mistake("paper_large") } };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = await mediaTypeOf(file.name, bytes);
  if (mediaType === "application/pdf") {
    const stored = await storeBytes(streamOf(bytes));
    const sent = await send(held, { ...stored, name: shownName(file), mediaType }, null, now);
    return sent.ok ? { ok: true, draftId: null } : sent;
  }
  const plain = mediaType !== null && pictureTypes.includes(mediaType) ? await plainPicture(bytes) : null;
  return plain ? keep(held, plain, undefined, now) : { ok: false, mistakes: { paper: mistake("paper_strange") } };
}

/** Covers squares of the picture in hand. The less covered one is destroyed at once. */
export async function coverDraft(held: Held, draftId: string, cells: readonly Cell[], now: Date): Promise<Started> {
  const plain = await bytesInHand(held, draftId, now);
  if (!plain) return refuse("not_found");
  const covered = await coveredPicture(plain, cells);
  if (!covered) return uncovered;
  const kept = await keep(held, covered, draftId, now);
  if (kept.ok) await destroyBytes(draftId);
  return kept;
}

/** Sends the picture as it is now, with these squares covered as well. Pressed twice it is sent once, and both arrive. */
export async function sendDraft(
  held: Held,
  draftId: string,
  cells: readonly Cell[],
  now: Date,
): Promise<{ ok: true } | Failed> {
  const plain = await bytesInHand(held, draftId, now);
  if (!plain) return (await wasSent(held, draftId, now)) ? { ok: true } : refuse("not_found");
  const covered = cells.length > 0 ? await coveredPicture(plain, cells) : plain;
  if (!covered) return uncovered;
  const stored = await storeBytes(streamOf(covered));
  const sent = await send(held, { ...stored, name: `${held.kind}.jpg`, mediaType: pictureType }, draftId, now);
  if (sent.ok && sent.kept) await destroyBytes(draftId);
  return sent;
}

async function wasSent({ person, organisation }: Held, draftId: string, now: Date): Promise<boolean> {
  const found = await draftInHand(person, { organisation, draftId }, now);
  return found.ok && found.draft === "sent";
}

/** The bytes go only where a draft of this person went: an id that somebody types is the id of any file in the store. */
export async function dropDraft({ person, organisation }: Pick<Held, "person" | "organisation">, draftId: string) {
  const gone = await forgetDraft(person, { organisation, draftId });
  if (gone.ok) await destroyBytes(draftId);
  return gone;
}

export async function bytesInHand(
  { person, organisation }: Pick<Held, "person" | "organisation">,
  draftId: string,
  now: Date,
): Promise<Uint8Array | null> {
  const found = await draftInHand(person, { organisation, draftId }, now);
  if (!found.ok || found.draft === "sent") return null;
  try {
    return new Uint8Array(await new Response(await openBytes(draftId, found.draft.fileKey)).arrayBuffer());
  } catch (fault) {
    // Sent or thrown away by another press between the look and the reading.
    if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return null;
    throw fault;
  }
}

async function keep(
  { person, organisation, kind }: Held,
  picture: Uint8Array,
  replaces: string | undefined,
  now: Date,
): Promise<Started> {
  const file = await storeBytes(streamOf(picture));
  const kept = await keepDraft(person, { organisation, kind, file, ...(replaces ? { replaces } : {}) }, now);
  if (kept.ok) return { ok: true, draftId: file.id };
  await destroyBytes(file.id);
  return kept;
}

async function send({ person, ...held }: Held, file: FileToKeep, draftId: string | null, now: Date) {
  const sent = await sendPaper(person, { ...held, file, draftId }, now);
  if (!sent.ok || !sent.kept) await destroyBytes(file.id);
  return sent;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}
