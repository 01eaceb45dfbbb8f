import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskPerson } from "@/components/portal/proof/ask-person";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { papersWanted } from "@/lib/domain/papers";
import { one } from "@/lib/forms/kept-values";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { cameBack, notHere } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("askPerson.title"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** An agent has us write to the person they ask for. */
export default async function AskPersonPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const page = `/${organisation.slug}/requests/${request.reference}`;
  if (request.facts.received.relation !== "agent") notHere(page);
  const t = await getTranslations("portal");
  const came = await cameBack(organisation, `ask-person:${request.reference}`, searchParams);
  const mistakes = await saidMistakes(came);
  return (
    <OneQuestion
      back={<BackLink href={page}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={["address"]} title={t("common.problem")} />}
    >
      <AskPerson
        page={page}
        request={request}
        papers={papersWanted(organisation.profile, request)}
        mistakes={mistakes}
        typed={came ? one(came.values, "address") : (request.person?.knownEmail ?? "")}
      />
    </OneQuestion>
  );
}
