import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContestDates } from "@/components/portal/contest-dates";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import { one } from "@/lib/forms/kept-values";
import { type ContestParams, contestForm, ownContest } from "@/lib/web/contest-page";
import { keptHere } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<ContestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation, offer } = await ownContest(params);
  const t = await getTranslations("portal");
  const title = t("contest.title", { kind: offer.kind });
  const whole = t("common.titleAt", { title, organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title: whole }) : whole };
}

/** What we should look at again, in the person's own words. Nothing is sent yet. */
export default async function ContestPage({ params, searchParams }: Props) {
  const { organisation, request, offer, page } = await ownContest(params);
  const t = await getTranslations("portal");
  const { kind } = offer;
  const [typed, checked] = [
    await keptHere(organisation, contestForm(request.reference, kind, "question")),
    await keptHere(organisation, contestForm(request.reference, kind, "check")),
  ];
  const again = (await searchParams).again !== undefined;
  const mistakes = await saidMistakes(again ? typed : null);
  return (
    <OneQuestion
      back={<BackLink href={page}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} title={t("common.problem")} />}
    >
      <form method="post" action={`${page}/contest/${kind}/keep`} className="flex flex-col gap-8" noValidate>
        <h1 className="text-h1 font-semibold tracking-[-0.015em]">{t("contest.title", { kind })}</h1>
        <ContestDates clock={offer.clock} />
        <TextArea
          name="words"
          label={t("contest.label", { kind })}
          hint={t("contest.hint")}
          rows={8}
          defaultValue={one((again ? typed : (checked ?? typed))?.values ?? {}, "words")}
          mistake={mistakes.words}
        />
        <div className="flex flex-col gap-3">
          <div>
            <Button wide>{t("common.continue")}</Button>
          </div>
          <p className="max-w-measure text-quiet">{t("contest.stays")}</p>
        </div>
      </form>
    </OneQuestion>
  );
}
