import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { portalFooter } from "@/components/portal/footer";
import { languageLinks } from "@/components/portal/language-choice";
import { AccentStyle } from "@/components/shell/accent-style";
import { PortalShell } from "@/components/shell/portal-shell";
import type { Organisation } from "@/lib/queries/organisation";
import { settings } from "@/lib/settings";
import { accentStyle } from "@/lib/web/accent-colour";
import { languagesOf, pathOfPage } from "@/lib/web/language";

/** The frame of every page people see: an organisation's letterhead, or the desk's own where there is none. */
export async function PortalFrame({
  organisation,
  children,
}: {
  organisation: Organisation | null;
  children: ReactNode;
}) {
  const t = await getTranslations("portal");
  const words = { skip: t("common.skip"), language: t("common.language") };
  if (!organisation) {
    const footer = { help: { title: t("desk.help"), ways: [] }, small: t("desk.helpText") };
    return (
      <PortalShell organisation={{ name: t("desk.mark"), mark: "H", href: "/" }} words={words} footer={footer}>
        {children}
      </PortalShell>
    );
  }
  const { slug, profile } = organisation;
  return (
    <>
      <AccentStyle css={accentStyle(profile.brand.accent)} />
      <PortalShell
        organisation={{ name: profile.name, mark: profile.brand.mark, href: `/${slug}` }}
        words={words}
        languages={languageLinks({ slug, path: await pathOfPage() }, languagesOf(organisation), await getLocale())}
        footer={portalFooter(organisation, t, languagesOf(organisation).length > 1)}
        banner={isExample(profile.contacts.email) && settings().demo ? t("common.demo") : undefined}
      >
        {children}
      </PortalShell>
    </>
  );
}

// The examples' own addresses are reserved names (RFC 2606): whoever sees one is looking at an example.
function isExample(email: string): boolean {
  return /@(?:[\w-]+\.)*example\.(?:com|org|net)$/.test(email);
}
