import type { NextRequest } from "next/server";
import { receiptOfOwn } from "@/lib/queries/person-filed";
import { downloadAnswer } from "@/lib/web/download";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { type RequestParams, requestGate } from "@/lib/web/person-page";

/** The signed receipt as a file for `npm run -s audit:verify -- --receipt`. */
export async function GET(http: NextRequest, { params }: { params: Promise<RequestParams> }) {
  const gate = await requestGate(await params, http);
  const receipt = gate?.person ? await receiptOfOwn(gate.person, gate) : null;
  if (!receipt) return notFoundAnswer(faultLanguage(http));
  const bytes = new TextEncoder().encode(`${JSON.stringify(receipt, null, 2)}\n`);
  const name = `receipt-${receipt.statement.reference}.json`;
  return downloadAnswer(new Blob([bytes]).stream(), { name, mediaType: "application/json", size: bytes.byteLength });
}
