import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ContestDates } from "@/components/portal/contest-dates";
import { Lines } from "@/components/portal/lines";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset-text";
import { one } from "@/lib/forms/kept-values";
import { type ContestParams, contestForm, ownContest } from "@/lib/web/contest-page";
import { keptHere } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<ContestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation } = await ownContest(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("contest.check"), organisation: organisation.profile.name }) };
}

/** The words once more, with the date that we work to, before they are sent. */
export default async function ContestCheckPage({ params, searchParams }: Props) {
  const { organisation, request, offer, page } = await ownContest(params);
  const t = await getTranslations("portal");
  const { kind } = offer;
  const question = `${page}/contest/${kind}`;
  const kept = await keptHere(organisation, contestForm(request.reference, kind, "check"));
  if (!kept) redirect(question);
  const mistakes = await saidMistakes((await searchParams).again === undefined ? null : kept);
  const words = one(kept.values, "words");
  return (
    <OneQuestion
      back={<BackLink href={question}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} title={t("common.problem")} />}
    >
      <form method="post" action={`${question}/send`} className="flex flex-col gap-6" noValidate>
        <Heading>{t("contest.check")}</Heading>
        <InsetText>
          <p className="text-quiet">{t("contest.written")}</p>
          <Lines text={words} />
        </InsetText>
        <ContestDates clock={offer.clock} />
        <input type="hidden" name="words" value={words} />
        <div className="flex flex-wrap gap-3">
          <Button wide>{t("contest.send", { kind })}</Button>
          <Button href={question} variant="secondary" wide>
            {t("common.change")}
          </Button>
        </div>
      </form>
    </OneQuestion>
  );
}
