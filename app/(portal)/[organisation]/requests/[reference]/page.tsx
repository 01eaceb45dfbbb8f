import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Acting } from "@/components/portal/request/acting";
import { AddressPending } from "@/components/portal/request/address-pending";
import { AnswerGiven } from "@/components/portal/request/answer-given";
import { Asked } from "@/components/portal/request/asked";
import { Contests } from "@/components/portal/request/contests";
import { ErasureAhead } from "@/components/portal/request/erasure-ahead";
import { ErasureTold } from "@/components/portal/request/erasure-told";
import { History } from "@/components/portal/request/history";
import { Kept } from "@/components/portal/request/kept";
import { Letters } from "@/components/portal/request/letters";
import { Messages } from "@/components/portal/request/messages";
import { SaveAndLeave } from "@/components/portal/request/save-and-leave";
import { Turn } from "@/components/portal/request/turn";
import { Unhappy } from "@/components/portal/request/unhappy";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { mayChangeAddress } from "@/lib/domain/delivery";
import { chosenZone } from "@/lib/web/chosen-zone";
import { languagesOf } from "@/lib/web/language";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ said?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, request } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("request.tab", { reference: request.reference });
  return { title: t("common.titleAt", { title, organisation: organisation.profile.name }) };
}

// What the step before has to say, once, on top of the page it led to.
const said = {
  confirmed: "confirmedNow",
  written: "messageSent",
  withdrawn: "withdrawnNow",
  asked: "principalAsked",
  signed_in: "signedInNow",
  papers: "papersSent",
  opened: "openedNow",
  moving: "addressAsked",
  stopped: "addressStopped",
  address: "addressChanged",
  shown: "shownNow",
  contested: "contestSent",
} as const;

/** The person's page: who has the ball, until when, everything said and given, and what can be done. */
export default async function RequestPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const { slug, profile } = organisation;
  const t = await getTranslations("portal.request");
  const what = (await searchParams).said;
  const news = typeof what === "string" && Object.hasOwn(said, what) ? said[what as keyof typeof said] : null;
  const page = `/${slug}/requests/${request.reference}`;
  const chosen = await chosenZone(organisation);
  const manyLanguages = languagesOf(organisation).length > 1;
  return (
    <>
      <Sheet>
        {news ? <Notice tone="success" title={t(news)} announce /> : null}
        <Heading>{t("title", { reference: request.reference })}</Heading>
        {request.facts.addressChange ? <AddressPending page={page} /> : null}
        <ErasureAhead page={page} request={request} />
        <Turn page={page} request={request} soonDays={profile.dueSoonDays} />
      </Sheet>
      {request.answer ? <AnswerGiven page={page} profile={profile} request={request} answer={request.answer} /> : null}
      {request.erasure ? <ErasureTold page={page} statement={request.erasure} /> : null}
      <Contests request={request} />
      <Acting page={page} request={request} />
      <Messages page={page} name={profile.name} request={request} chosenZone={chosen} />
      <History request={request} zones={{ chosen, own: profile.timeZone }} />
      <Asked request={request} />
      <Unhappy page={page} request={request} />
      <Letters
        letters={request.letters}
        addressHref={mayChangeAddress(request.facts) ? `${page}/address` : null}
        choice={manyLanguages ? { language: request.language, href: `/${slug}/preferences` } : null}
      />
      <Kept profile={profile} closedOn={request.facts.closedOn} />
      <SaveAndLeave page={page} />
    </>
  );
}
