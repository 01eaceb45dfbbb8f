import type { PortalWords } from "@/components/portal/words";
import type { PortalFooterProps } from "@/components/shell/portal-footer";
import type { OrganisationProfile } from "@/lib/domain/organisation";

type Footed = { slug: string; profile: Pick<OrganisationProfile, "name" | "contacts" | "preferences"> };

/** Help in the same words and order on every page (WCAG 3.2.6), and the way to what was asked before. */
export function portalFooter({ slug, profile }: Footed, t: PortalWords, manyLanguages: boolean): PortalFooterProps {
  const { email, telephone, postal, dpo } = profile.contacts;
  const ways = [
    { label: t("footer.email"), text: email, href: `mailto:${email}` },
    telephone && { label: t("footer.telephone"), text: telephone, href: `tel:${telephone.replace(/[^+\d]/g, "")}` },
    dpo && { label: t("footer.dpo"), text: dpo.email, href: `mailto:${dpo.email}` },
    postal && { label: t("footer.post"), text: postal },
  ];
  return {
    help: { title: t("footer.help"), ways: ways.filter((way) => way !== undefined && way !== "") },
    links: [
      { href: `/${slug}/find`, label: t("footer.find") },
      { href: `/${slug}/notices`, label: t("footer.notices") },
      { href: `/${slug}#keeping`, label: t("footer.keeping") },
      ...(manyLanguages || profile.preferences.timeZone
        ? [{ href: `/${slug}/preferences`, label: t("footer.preferences") }]
        : []),
    ],
    small: t("footer.small", { organisation: profile.name }),
  };
}
