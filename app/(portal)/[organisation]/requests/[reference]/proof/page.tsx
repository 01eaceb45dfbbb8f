import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProofNeeds } from "@/components/portal/proof/proof-needs";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { papersWanted } from "@/lib/domain/papers";
import { offeredKinds, proofChoices } from "@/lib/domain/proof-choices";
import { explainToPerson } from "@/lib/domain/proof-explanation";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ said?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("proof.title"), organisation: organisation.profile.name }) };
}

/** What is needed of this person, why, and every way in which they can show it. */
export default async function ProofPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const { slug, profile } = organisation;
  const t = await getTranslations("portal");
  const page = `/${slug}/requests/${request.reference}`;
  const explained = explainToPerson(request.facts);
  const missing = explained.some(({ standing }) => standing === "missing");
  const offered = offeredKinds(profile.identity, request, papersWanted(profile, request));
  const choices = explained.flatMap((one) =>
    one.standing === "missing" ? proofChoices(one, request.facts, offered) : [],
  );
  const shown = (await searchParams).said === "shown";
  return (
    <>
      <Sheet margin={<BackLink href={page}>{t("common.back")}</BackLink>}>
        {shown ? <Notice tone="success" title={t(missing ? "proof.oneShown" : "proof.allShown")} announce /> : null}
        <Heading lead={t(missing ? "proof.lead" : "proof.nothing")}>{t("proof.title")}</Heading>
      </Sheet>
      <ProofNeeds explained={explained} facts={request.facts} offered={offered} page={page} />
      {choices.length > 0 ? (
        <Sheet>
          <p className="max-w-measure">
            {t("proof.none")} <TextLink href={`${page}/write`}>{t("proof.write")}</TextLink>
          </p>
        </Sheet>
      ) : null}
    </>
  );
}
