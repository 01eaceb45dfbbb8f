import type { createTranslator, Messages, NamespaceKeys, NestedKeyOf } from "next-intl";

/** The translator of one part of the catalogue, for components that are handed it. */
export type WordsOf<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof createTranslator<Messages, Namespace>
>;

export type PortalWords = WordsOf<"portal">;
