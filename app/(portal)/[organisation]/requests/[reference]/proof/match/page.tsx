import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MatchForm } from "@/components/portal/proof/match-form";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import { matchTriesAtAll } from "@/lib/domain/lifecycle-needs";
import { matchAsked } from "@/lib/domain/matching";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { keptHere } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("match.title"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** Two or three things that the organisation holds, typed by the person. The page is the same whoever they are (ATK-I1). */
export default async function MatchPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const { slug, profile } = organisation;
  const t = await getTranslations("portal");
  const again = (await searchParams).again !== undefined;
  const kept = await keptHere(organisation, `match:${request.reference}`);
  const mistakes = await saidMistakes(again ? kept : null);
  const page = `/${slug}/requests/${request.reference}`;
  const asked = matchAsked(profile.identity.matching, request);
  const over = request.facts.matchFailures >= matchTriesAtAll;
  const order = asked?.points.map(({ id }) => `point_${id}`) ?? [];
  return (
    <OneQuestion
      back={<BackLink href={`${page}/proof`}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={order} title={t("common.problem")} />}
    >
      {asked && !over ? (
        <MatchForm
          action={`${page}/proof/match/send`}
          profile={profile}
          points={asked.points}
          back={{ kept, mistakes }}
        />
      ) : (
        <Heading lead={t(over ? "match.over" : "match.notNeeded")}>{t("match.title")}</Heading>
      )}
      <p className="mt-8">
        {t("proof.none")} <TextLink href={`${page}/write`}>{t("proof.write")}</TextLink>
      </p>
    </OneQuestion>
  );
}
