import type { NextRequest } from "next/server";
import { signedErasureOfOwn } from "@/lib/queries/erasure-told";
import { downloadAnswer } from "@/lib/web/download";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { type RequestParams, requestGate } from "@/lib/web/person-page";

/** The signed erasure statement as a file for `npm run -s audit:verify -- --receipt`. */
export async function GET(http: NextRequest, { params }: { params: Promise<RequestParams> }) {
  const gate = await requestGate(await params, http);
  const signed = gate?.person ? await signedErasureOfOwn(gate.person, gate, new Date()) : null;
  if (!signed) return notFoundAnswer(faultLanguage(http));
  const bytes = new TextEncoder().encode(`${JSON.stringify(signed, null, 2)}\n`);
  const name = `erasure-${signed.statement.reference}.json`;
  return downloadAnswer(new Blob([bytes]).stream(), { name, mediaType: "application/json", size: bytes.byteLength });
}
