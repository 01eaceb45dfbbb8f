import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInFirst } from "@/components/portal/account/sign-in-first";
import { OwnWords } from "@/components/portal/own-words";
import { nextState } from "@/lib/domain/lifecycle";
import { asksForOther } from "@/lib/domain/verification";
import { whyRefused } from "@/lib/web/account-page";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { notHere } from "@/lib/web/portal-page";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ why?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("account.proveTitle"), organisation: organisation.profile.name }) };
}

/** Shows for one request, by the organisation's own account, that it is the person's. */
export default async function ProofSignInPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const { slug, profile } = organisation;
  const { signIn } = profile.identity;
  const page = `/${slug}/requests/${request.reference}`;
  const { received, state } = request.facts;
  if (!signIn || asksForOther(received.relation) || !nextState("prove", state)) notHere(page);
  const t = await getTranslations("portal.account");
  return (
    <SignInFirst
      back={page}
      title={t("proveTitle")}
      text={t("proveText")}
      refused={await whyRefused(searchParams)}
      host={new URL(signIn.issuer).host}
      go={`${page}/proof/sign-in/go`}
      other={{ href: page, words: t("otherWay") }}
    >
      <OwnWords profile={profile}>{signIn.name}</OwnWords>
    </SignInFirst>
  );
}
