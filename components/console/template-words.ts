import type { TemplateKind } from "@/lib/domain/letter-template";

/** What a template is for, as staff call it. */
export const templateKindWords: Readonly<Record<TemplateKind, string>> = {
  message: "Message to the person",
  note: "Internal note",
  ask_proof: "Ask for proof",
  ask_clarification: "Ask for clarification",
  extend: "Extend the deadline",
  answer: "Answer",
};

export const languageNames = { en: "English", de: "Deutsch" } as const;

export function languageName(language: string): string {
  return language in languageNames ? languageNames[language as keyof typeof languageNames] : language;
}
