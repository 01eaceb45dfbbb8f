import type { ReactNode } from "react";
import { type LanguageLink, LanguageLinks } from "@/components/shell/language-links";
import { OrganisationMark } from "@/components/shell/organisation-mark";
import { PortalFooter, type PortalFooterProps } from "@/components/shell/portal-footer";
import { SkipLink } from "@/components/shell/skip-link";

type PortalShellProps = {
  organisation: { name: string; mark: string; href: string };
  words: { skip: string; language: string };
  /** The same page in the other languages. Fewer than two: no switch. */
  languages?: readonly LanguageLink[];
  footer: PortalFooterProps;
  /** Above the header over the whole width: demo, outage. */
  banner?: ReactNode;
  children: ReactNode;
};

/** A person's page: letterhead, one column, help at the same place on every page (WCAG 3.2.6). */
export function PortalShell({ organisation, words, languages = [], footer, banner, children }: PortalShellProps) {
  return (
    <div data-desk="portal" className="flex min-h-dvh flex-col bg-paper text-ink">
      <SkipLink>{words.skip}</SkipLink>
      <header className="border-b border-line">
        {banner ? (
          <div className="border-b border-line bg-note-soft px-5 py-2 text-center text-small text-balance">
            {banner}
          </div>
        ) : null}
        <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-3 sm:px-8">
          <OrganisationMark {...organisation} />
          {languages.length > 1 ? <LanguageLinks label={words.language} languages={languages} /> : null}
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-page grow px-5 pt-6 pb-16 outline-none sm:px-8 sm:pt-10"
      >
        {children}
      </main>
      <PortalFooter {...footer} />
    </div>
  );
}
