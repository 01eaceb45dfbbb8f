import type { NextRequest } from "next/server";
import { organisationBySlug } from "@/lib/queries/organisation";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { seeOther } from "@/lib/web/form-post";
import { languagesOf, yearSeconds } from "@/lib/web/language";

/** Remembers the language of pages in this browser and leads back. A GET: what the server holds stays as it is. */
export async function GET(
  http: NextRequest,
  { params }: { params: Promise<{ organisation: string; language: string }> },
) {
  const { organisation: slug, language } = await params;
  const organisation = await organisationBySlug(slug);
  const chosen = languagesOf(organisation).find((one) => one === language);
  if (!organisation || !chosen) return notFoundAnswer(faultLanguage(http));
  const to = backTo(organisation.slug, http.nextUrl.searchParams.get("back"));
  return seeOther(to, [{ name: "habeas_language", value: chosen, maxAgeSeconds: yearSeconds }]);
}

// Put together anew from plain parts below this organisation: no other host, no query that would say or do something
// (CWE-601).
function backTo(slug: string, back: string | null): string {
  const [root, first, ...rest] = back?.split("/") ?? [];
  const plain = root === "" && first === slug && rest.every((part) => /^[\w-]+$/.test(part));
  return plain ? ["", slug, ...rest].join("/") : `/${slug}`;
}
