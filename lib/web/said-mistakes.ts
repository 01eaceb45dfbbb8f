import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { wordsIn } from "@/lib/domain/words";
import { mistakeSentences } from "@/lib/forms/intake-mistakes";
import type { KeptValues, Mistakes } from "@/lib/forms/kept-values";

/** What was wrong with a form that came back, in sentences of the page's language. */
export async function saidMistakes(came: KeptValues | null): Promise<Mistakes> {
  const t = await getTranslations("portal.mistakes");
  return mistakeSentences(came?.mistakes ?? {}, (key) => t(key), wordsIn(await getLocale()));
}
