import type { NextRequest } from "next/server";
import { typedPage } from "@/lib/web/fault-page";

/** The page for when a page could not be made. It needs neither the database nor a script. */
export async function GET(_http: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const number = /^[0-9a-f]{8}$/.test(id) ? ` (Number for our staff: ${id})` : "";
  const words = `We cannot show this page just now. Nothing is lost. Please try again in a few minutes.${number}`;
  return typedPage(503, words, {}, { headers: { "Retry-After": "30" } });
}
