import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountDoors } from "@/components/portal/account/account-doors";
import { ContinueAs } from "@/components/portal/account/continue-as";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { maskedAddress } from "@/lib/domain/mail-address";
import { accountHere, handOverHere, hasAccountDoor, whyRefused } from "@/lib/web/account-page";
import { notHere, portalOf } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ why?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("account.title"), organisation: profile.name }) };
}

/** Who came from their account goes on here; everybody else reads how. Looking at it changes nothing. */
export default async function AccountPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug, profile } = organisation;
  if (!hasAccountDoor(profile)) notHere(`/${slug}`);
  const t = await getTranslations("portal");
  const handOver = await handOverHere(organisation);
  const proven = handOver ? null : await accountHere(organisation);
  const account = handOver?.account ?? proven;
  const refused = handOver?.refusal ? await whyRefused(Promise.resolve({ why: handOver.refusal })) : null;
  if (account) return <ContinueAs slug={slug} address={maskedAddress(account.email)} proven={proven !== null} />;
  const why = refused ?? (await whyRefused(searchParams));
  return (
    <Sheet>
      <Heading lead={t("account.lead")}>{t("account.title")}</Heading>
      {why ? <Notice tone="warning" title={why} announce /> : null}
      <AccountDoors slug={slug} profile={profile} />
      <p className="max-w-measure">
        {t("account.notNeeded")}{" "}
        <TextLink href={`/${slug}/ask`} alone>
          {t("account.without")}
        </TextLink>
      </p>
    </Sheet>
  );
}
