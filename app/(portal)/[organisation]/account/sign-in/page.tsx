import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInFirst } from "@/components/portal/account/sign-in-first";
import { OwnWords } from "@/components/portal/own-words";
import { whyRefused } from "@/lib/web/account-page";
import { notHere, portalOf } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ why?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("account.signInTitle"), organisation: profile.name }) };
}

/** Says what signing in does before anybody is led away. */
export default async function SignInPage({ params, searchParams }: Props) {
  const { slug, profile } = await portalOf(params);
  const { signIn } = profile.identity;
  if (!signIn) notHere(`/${slug}`);
  const t = await getTranslations("portal.account");
  return (
    <SignInFirst
      back={`/${slug}/account`}
      title={t("signInTitle")}
      text={t("signInText")}
      refused={await whyRefused(searchParams)}
      host={new URL(signIn.issuer).host}
      go={`/${slug}/account/sign-in/go`}
      other={{ href: `/${slug}/ask`, words: t("without") }}
    >
      <OwnWords profile={profile}>{signIn.name}</OwnWords>
    </SignInFirst>
  );
}
