import type { LanguageLink } from "@/components/shell/language-links";

/** Each language under its own name. The link sets a cookie and leads back to the front page. */
export function languageLinks(slug: string, languages: readonly string[], current: string): LanguageLink[] {
  return languages.map((lang) => ({
    lang,
    name: new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang,
    href: `/${slug}/language/${lang}`,
    current: lang === current,
  }));
}
