/** The same page in another language, named in that language. */
export type LanguageLink = { lang: string; name: string; href: string; current?: boolean };

export function LanguageLinks({ label, languages }: { label: string; languages: readonly LanguageLink[] }) {
  return (
    <nav aria-label={label} data-print="hide">
      <ul className="-mx-2 flex flex-wrap">
        {languages.map((language) => (
          <li key={language.lang} lang={language.lang}>
            {language.current ? (
              <span aria-current="true" className="inline-flex min-tap items-center justify-center px-2 font-semibold">
                {language.name}
              </span>
            ) : (
              <a
                href={language.href}
                hrefLang={language.lang}
                className="inline-flex min-tap items-center justify-center px-2 text-quiet underline decoration-1 underline-offset-[0.2em] hover:text-ink"
              >
                {language.name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
