import type { NextRequest } from "next/server";
import { organisationBySlug } from "@/lib/queries/organisation";
import { typedPage } from "@/lib/web/fault-page";
import { seeOther } from "@/lib/web/form-post";
import { languagesOf } from "@/lib/web/language";

const yearSeconds = 365 * 86_400;

/** Remembers the language of pages and letters in this browser. */
export async function GET(
  _http: NextRequest,
  { params }: { params: Promise<{ organisation: string; language: string }> },
) {
  const { organisation: slug, language } = await params;
  const organisation = await organisationBySlug(slug);
  const chosen = languagesOf(organisation).find((one) => one === language);
  if (!organisation || !chosen) return typedPage(404, "We could not find that page.", {});
  return seeOther(`/${organisation.slug}`, [{ name: "habeas_language", value: chosen, maxAgeSeconds: yearSeconds }]);
}
