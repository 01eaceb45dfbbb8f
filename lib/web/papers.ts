import "server-only";
import type { NextRequest } from "next/server";
import { draftInHand, forgetDraft, keepDraft } from "@/lib/commands/cover-paper";
import { noteReusedPaper } from "@/lib/commands/note-reused-paper";
import { takeStep } from "@/lib/commands/take-step";
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
    const sent = await send(held, { ...stored, name: shownName(file), mediaType }, now);
    return sent.ok ? { ok: true, draftId: null } : sent;
  }
  const plain = mediaType !== null && pictureTypes.includes(mediaType) ? await plainPicture(bytes) : null;
  return plain ? keep(held, plain, undefined, now) : { ok: false, mistakes: { paper: mistake("paper_strange") } };
}

/** Covers squares of the picture in hand. The less covered one is destroyed at once. */
export async function coverDraft(held: Held, draftId: string, cells: readonly Cell[], now: Date): Promise<Started> {
  const plain = await bytesInHand(held, draftId, now);
  if (!plain) return refuse("not_found");
  const kept = await keep(held, await coveredPicture(plain, cells), draftId, now);
  if (kept.ok) await destroyBytes(draftId);
  return kept;
}

/** Sends the picture as it is now, with these squares covered as well. */
export async function sendDraft(held: Held, draftId: string, cells: readonly Cell[], now: Date) {
  const plain = await bytesInHand(held, draftId, now);
  if (!plain) return refuse("not_found");
  const stored = await storeBytes(streamOf(cells.length > 0 ? await coveredPicture(plain, cells) : plain));
  const sent = await send(held, { ...stored, name: `${held.kind}.jpg`, mediaType: pictureType }, now);
  if (sent.ok) await dropDraft(held, draftId);
  return sent;
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
  if (!found.ok) return null;
  return new Uint8Array(await new Response(await openBytes(draftId, found.draft.fileKey)).arrayBuffer());
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

async function send({ person, organisation, reference, kind }: Held, file: FileToKeep, now: Date) {
  const change = { step: "write", words: "", files: [file], proof: kind } as const;
  const sent = await takeStep(person, { organisation, request: { reference }, change }, now);
  if (!sent.ok) await destroyBytes(file.id);
  else await noteReusedPaper(organisation, { requestId: person.requestId, digest: file.digest }, now);
  return sent;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}
