import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/portal/front/facts";
import { Keeping } from "@/components/portal/front/keeping";
import { OtherWays } from "@/components/portal/front/other-ways";
import { RightsOffered } from "@/components/portal/front/rights-offered";
import { OwnWords } from "@/components/portal/own-words";
import { BulletList } from "@/components/ui/bullet-list";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { hasAccountDoor } from "@/lib/web/account-page";
import { portalOf } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal.front");
  return { title: t("title", { organisation: profile.name }) };
}

/** What one can ask here, how it goes, and everything the organisation says about itself. */
export default async function FrontPage({ params }: Props) {
  const { slug, profile } = await portalOf(params);
  const t = await getTranslations("portal.front");
  return (
    <>
      <Sheet>
        <Heading lead={t("lead")}>{t("title", { organisation: profile.name })}</Heading>
        <p className="max-w-measure">{t("need")}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button href={`/${slug}/ask`} icon="arrow" wide>
            {t("start")}
          </Button>
          <span>
            {t("already")}{" "}
            <TextLink href={`/${slug}/find`} alone>
              {t("see")}
            </TextLink>
          </span>
        </div>
        {hasAccountDoor(profile) ? (
          <p>
            {t("account")}{" "}
            <TextLink href={`/${slug}/account`} alone>
              {t("accountLink")}
            </TextLink>
          </p>
        ) : null}
      </Sheet>
      <Section title={t("rights")} id="rights" aside={t("rightsAside")}>
        <RightsOffered slug={slug} profile={profile} />
      </Section>
      <Section title={t("happens")} id="happens">
        <BulletList numbered items={[t("happensAsk"), t("happensConfirm"), t("happensCheck"), t("happensAnswer")]} />
        <p className="max-w-measure font-semibold">
          <OwnWords profile={profile}>{profile.promise.text}</OwnWords>
        </p>
        <p className="max-w-measure">
          <OwnWords profile={profile}>{profile.identity.text}</OwnWords>
        </p>
      </Section>
      <Section title={t("other")} id="other">
        <OtherWays profile={profile} />
      </Section>
      <Facts slug={slug} profile={profile} />
      <Keeping profile={profile} />
    </>
  );
}
