import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { useWords } from "@/components/portal/words";
import type { OrganisationProfile } from "@/lib/domain/organisation";

type Speaking = { profile: Pick<OrganisationProfile, "languages">; children: ReactNode };

/** What the organisation wrote about itself, in the one language it wrote it in: marked, so that it is read out right (WCAG 3.1.2). */
export function OwnWords({ profile, children }: Speaking) {
  const own = profile.languages.default;
  return own === useLocale() ? children : <span lang={own}>{children}</span>;
}

/** A provision, cited in the page's language where its law has one, else in English and marked so. */
export function Cited({ children }: { children: string }) {
  return useWords().cite(children) ?? <span lang="en">{children}</span>;
}
