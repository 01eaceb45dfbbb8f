import type { NextRequest } from "next/server";
import { typedPage } from "@/lib/web/fault-page";
import { faultLanguage, faultWords } from "@/lib/web/fault-words";

/** The page for when a page could not be made. It needs neither the database nor a script. */
export async function GET(http: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const language = faultLanguage(http);
  const words = faultWords[language].notShown(/^[0-9a-f]{8}$/.test(id) ? id : null);
  return typedPage(503, words, {}, { language, headers: { "Retry-After": "30" } });
}
