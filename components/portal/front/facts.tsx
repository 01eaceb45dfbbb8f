import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OwnWords } from "@/components/portal/own-words";
import { BulletList } from "@/components/ui/bullet-list";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { OrganisationProfile } from "@/lib/domain/organisation";

/** What the organisation states about marketing, sale, children and data it holds for others. */
export function Facts({ slug, profile }: { slug: string; profile: OrganisationProfile }) {
  const t = useTranslations("portal.front");
  const { marketingPreferencePage: page, sale, child, processorRoles } = profile;
  const stopsMarketing = profile.rights.some(({ right }) => right === "marketing_objection");
  return (
    <>
      {page || stopsMarketing ? (
        <Section title={t("marketing")} id="marketing">
          {page ? <Text profile={profile}>{page.text}</Text> : null}
          <Links>
            {page?.url ? <TextLink href={page.url}>{t("marketingPage")}</TextLink> : null}
            {stopsMarketing ? (
              <TextLink href={`/${slug}/ask?want=marketing_objection`}>{t("marketingHere")}</TextLink>
            ) : null}
          </Links>
        </Section>
      ) : null}
      <Section title={t("sale")} id="sale">
        <Text profile={profile}>{sale.statement}</Text>
        {sale.noDiscrimination ? <Text profile={profile}>{sale.noDiscrimination}</Text> : null}
      </Section>
      <Section title={t("children")} id="children" aside={t("childrenUnder", { age: child.under })}>
        <Text profile={profile}>{child.text}</Text>
        <Links>
          <TextLink href={`/${slug}/ask`}>{t("childAsk")}</TextLink>
        </Links>
      </Section>
      {processorRoles.length > 0 ? (
        <Section title={t("otherData")} id="other-data">
          {processorRoles.map((role) => (
            <div key={role.id} className="max-w-measure">
              <p className="font-semibold">
                <OwnWords profile={profile}>{role.name}</OwnWords>
              </p>
              <p>
                <OwnWords profile={profile}>{role.description}</OwnWords>
              </p>
              {role.controllerContact ? (
                <p>
                  {t.rich("otherDataAsk", {
                    who: () => <OwnWords profile={profile}>{role.controllerContact}</OwnWords>,
                  })}
                </p>
              ) : null}
            </div>
          ))}
        </Section>
      ) : null}
      {profile.safeguards.length > 0 ? (
        <Section title={t("safeguards")} id="safeguards">
          <BulletList
            items={profile.safeguards.map((safeguard) => (
              <OwnWords key={safeguard} profile={profile}>
                {safeguard}
              </OwnWords>
            ))}
          />
        </Section>
      ) : null}
    </>
  );
}

function Text({ profile, children }: { profile: OrganisationProfile; children: ReactNode }) {
  return (
    <p className="max-w-measure">
      <OwnWords profile={profile}>{children}</OwnWords>
    </p>
  );
}

function Links({ children }: { children: ReactNode }) {
  return <p className="flex flex-wrap gap-x-6 gap-y-1">{children}</p>;
}
