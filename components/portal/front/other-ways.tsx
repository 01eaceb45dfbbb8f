import { useTranslations } from "next-intl";
import { OwnWords } from "@/components/portal/own-words";
import { BulletList } from "@/components/ui/bullet-list";
import { TextLink } from "@/components/ui/text-link";
import type { OrganisationProfile } from "@/lib/domain/organisation";

/** A request counts by whatever way it comes: all of them are named. */
export function OtherWays({ profile }: { profile: Pick<OrganisationProfile, "contacts" | "languages"> }) {
  const t = useTranslations("portal.front");
  const { email, telephone, postal, dpo, accountSettings } = profile.contacts;
  const mail = (address: string) => <TextLink href={`mailto:${address}`}>{address}</TextLink>;
  const ways = [
    t.rich("otherEmail", { address: () => mail(email) }),
    telephone &&
      t.rich("otherTelephone", {
        number: () => <TextLink href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{telephone}</TextLink>,
      }),
    dpo &&
      t.rich("otherDpo", {
        name: () => (dpo.name ? <OwnWords profile={profile}>{dpo.name}</OwnWords> : t("dpo")),
        address: () => mail(dpo.email),
      }),
    postal && t("otherPost", { address: postal }),
    accountSettings &&
      t.rich("otherAccount", {
        text: () => (
          <TextLink href={accountSettings.url}>
            <OwnWords profile={profile}>{accountSettings.text}</OwnWords>
          </TextLink>
        ),
      }),
  ];
  return (
    <>
      <p className="max-w-measure">{t("otherIntro")}</p>
      <BulletList items={ways.filter(Boolean)} />
    </>
  );
}
