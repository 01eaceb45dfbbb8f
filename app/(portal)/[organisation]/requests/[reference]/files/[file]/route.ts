import type { NextRequest } from "next/server";
import { takeStep } from "@/lib/commands/take-step";
import { releasedFile } from "@/lib/queries/person-file";
import { openBytes } from "@/lib/storage/file-store";
import { downloadAnswer, isNavigation } from "@/lib/web/download";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { seeOther } from "@/lib/web/form-post";
import { type RequestParams, requestGate } from "@/lib/web/person-page";

type Context = { params: Promise<RequestParams & { file: string }> };

/** A file of the released answer, as a download. The record says that it was fetched; the domain may refuse. */
export async function GET(http: NextRequest, { params }: Context) {
  const asked = await params;
  const gate = isNavigation(http.headers) ? await requestGate(asked, http) : null;
  const missing = notFoundAnswer(faultLanguage(http));
  if (!gate?.person) return missing;
  const { organisation, person, reference } = gate;
  const file = await releasedFile(person, { organisation, reference, fileId: asked.file });
  if (!file) return missing;
  const change = { step: "collect", fileId: file.id } as const;
  const taken = await takeStep(person, { organisation, request: { reference }, change }, new Date());
  if (taken.ok) return downloadAnswer(await openBytes(file.id, file.fileKey), file);
  // A link that was kept: it is their file, and they are told what is still needed.
  const shut = taken.refusal === "fresh_proof_missing" || taken.refusal === "proof_missing";
  return shut ? seeOther(`/${organisation.slug}/requests/${reference}/open`) : missing;
}

/** Asking about a file fetches nothing and writes nothing down. */
export function HEAD() {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}
