import { getTranslations } from "next-intl/server";
import { PortalFrame } from "@/app/portal-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { allOrganisations } from "@/lib/queries/organisation";
import { readForPage } from "@/lib/web/portal-page";

/** The organisations of this desk. */
export default async function DeskPage() {
  const t = await getTranslations("portal");
  const organisations = await readForPage(allOrganisations);
  return (
    <PortalFrame organisation={null}>
      <Sheet>
        <Heading lead={t("desk.lead")}>{t("desk.title")}</Heading>
      </Sheet>
      <Section title={t("desk.organisations")} id="organisations">
        {organisations.length === 0 ? (
          <EmptyState title={t("desk.none")}>{t("desk.noneHow")}</EmptyState>
        ) : (
          <ul data-rows className="border-t border-line">
            {organisations.map(({ slug, profile }) => (
              <li key={slug} className="border-b border-line text-lead font-semibold">
                <TextLink href={`/${slug}`} alone>
                  {profile.name}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </PortalFrame>
  );
}
