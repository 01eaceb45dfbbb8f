import { useTranslations } from "next-intl";
import { BulletList } from "@/components/ui/bullet-list";
import { TextLink } from "@/components/ui/text-link";
import type { Contacts } from "@/lib/domain/organisation";

/** A request counts by whatever way it comes: all of them are named. */
export function OtherWays({ contacts }: { contacts: Contacts }) {
  const t = useTranslations("portal.front");
  const { email, telephone, postal, dpo, accountSettings } = contacts;
  const mail = (address: string) => <TextLink href={`mailto:${address}`}>{address}</TextLink>;
  const ways = [
    t.rich("otherEmail", { address: () => mail(email) }),
    telephone &&
      t.rich("otherTelephone", {
        number: () => <TextLink href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{telephone}</TextLink>,
      }),
    dpo && t.rich("otherDpo", { name: dpo.name ?? t("dpo"), address: () => mail(dpo.email) }),
    postal && t("otherPost", { address: postal }),
    accountSettings &&
      t.rich("otherAccount", { text: () => <TextLink href={accountSettings.url}>{accountSettings.text}</TextLink> }),
  ];
  return (
    <>
      <p className="max-w-measure">{t("otherIntro")}</p>
      <BulletList items={ways.filter(Boolean)} />
    </>
  );
}
