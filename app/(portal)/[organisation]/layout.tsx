import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { portalFooter } from "@/components/portal/footer";
import { languageLinks } from "@/components/portal/language-choice";
import { AccentStyle } from "@/components/shell/accent-style";
import { PortalShell } from "@/components/shell/portal-shell";
import { settings } from "@/lib/settings";
import { accentStyle } from "@/lib/web/accent-colour";
import { languagesOf } from "@/lib/web/language";
import { portalOf } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

export default async function PortalLayout({ params, children }: Props) {
  const organisation = await portalOf(params);
  const { slug, profile } = organisation;
  const t = await getTranslations("portal");
  const { brand, name } = profile;
  return (
    <>
      <AccentStyle css={accentStyle(brand.accent)} />
      <PortalShell
        organisation={{ name, mark: brand.mark, href: `/${slug}` }}
        words={{ skip: t("common.skip"), language: t("common.language") }}
        languages={languageLinks(slug, languagesOf(organisation), await getLocale())}
        footer={portalFooter(organisation, t)}
        banner={isDemo(profile.contacts.email) ? t("common.demo") : undefined}
      >
        {children}
      </PortalShell>
    </>
  );
}

// The examples' own addresses are reserved names (RFC 2606): whoever sees one is looking at an example.
function isDemo(email: string): boolean {
  return settings().demo && /@(?:[\w-]+\.)*example\.(?:com|org|net)$/.test(email);
}
