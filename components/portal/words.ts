import { type createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf, useLocale } from "next-intl";
import { type Words, wordsIn } from "@/lib/domain/words";

/** The translator of one part of the catalogue, for components that are handed it. */
export type WordsOf<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof createTranslator<Messages, Namespace>
>;

export type PortalWords = WordsOf<"portal">;

/** What the law says, in the language of the page. */
export function useWords(): Words {
  return wordsIn(useLocale());
}
