/** `German` for `de`: how the console, which is in English, calls a language. */
export function languageName(language: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
}
