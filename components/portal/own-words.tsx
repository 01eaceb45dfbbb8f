import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { OrganisationProfile } from "@/lib/domain/organisation";

type Speaking = { profile: Pick<OrganisationProfile, "languages">; children: ReactNode };

/** What the organisation wrote about itself, in the one language it wrote it in: marked, so that it is read out right (WCAG 3.1.2). */
export function OwnWords({ profile, children }: Speaking) {
  const own = profile.languages.default;
  return own === useLocale() ? children : <span lang={own}>{children}</span>;
}

/** A provision as its law is cited in English, in every language. */
export function Cited({ children }: { children: ReactNode }) {
  return useLocale() === "en" ? children : <span lang="en">{children}</span>;
}
