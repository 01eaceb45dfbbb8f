import type { NextRequest } from "next/server";
import { postingRequestDesk } from "@/app/console/staff-gate";
import { takeStep } from "@/lib/commands/take-step";
import { fileOfRequest } from "@/lib/queries/stored-file";
import { openBytes } from "@/lib/storage/file-store";
import { downloadAnswer, isNavigation } from "@/lib/web/download";
import { typedPage } from "@/lib/web/fault-page";

type Context = { params: Promise<{ reference: string; file: string }> };

const notFound = () => typedPage(404, "We could not find that page.", {});

/** Opens one file for staff. Looking is a step: it stands in the request's record before the first byte leaves. */
export async function GET(http: NextRequest, { params }: Context) {
  const { reference, file: fileId } = await params;
  const desk = isNavigation(http.headers) ? await postingRequestDesk(reference) : null;
  if (!desk) return notFound();
  const { staff, organisation } = desk;
  const file = await fileOfRequest(staff, { organisation, reference: desk.reference, fileId });
  if (!file) return notFound();
  const change = { step: "inspect", fileId } as const;
  const looked = await takeStep(staff, { organisation, request: { reference: desk.reference }, change }, new Date());
  if (!looked.ok) return notFound();
  return downloadAnswer(await openBytes(file.id, file.fileKey), file);
}

/** Asking about a file fetches nothing and writes nothing down. */
export function HEAD() {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}
