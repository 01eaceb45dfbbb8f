import type { LanguageLink } from "@/components/shell/language-links";

/** A language under its own name. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}

type Here = { slug: string; path: string };

/** Each language under its own name. The link sets a cookie and leads back to the page it stands on. */
export function languageLinks({ slug, path }: Here, languages: readonly string[], current: string): LanguageLink[] {
  return languages.map((lang) => ({
    lang,
    name: languageName(lang),
    href: `/${slug}/language/${lang}?back=${encodeURIComponent(path)}`,
    current: lang === current,
  }));
}
