import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuestionForm } from "@/components/portal/ask/question-form";
import { questionTitle } from "@/components/portal/ask/question-title";
import { questionBefore, withTyped } from "@/lib/forms/intake";
import { isQuestion } from "@/lib/forms/intake-question";
import { namesOn } from "@/lib/forms/intake-schemas";
import { accountHere } from "@/lib/web/account-page";
import { intakeAt, lawsOfPlace } from "@/lib/web/intake-page";
import { cameBack, notHere, portalOf } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = {
  params: Promise<{ organisation: string; question: string }>;
  searchParams: Promise<{ from?: string; again?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const organisation = await portalOf(params);
  const { question } = await params;
  const t = await getTranslations("portal");
  if (!isQuestion(question)) return {};
  const asked = questionTitle(question, await intakeAt(organisation, question), t);
  const title = t("common.titleAt", { title: asked, organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** One question of the journey. `?from=check` leads back to the last page. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { question } = await params;
  if (!isQuestion(question)) notHere(`/${organisation.slug}`);
  const intake = await intakeAt(organisation, question);
  const { slug, profile } = organisation;
  const came = await cameBack(organisation, `ask:${question}`, searchParams);
  const before = (await searchParams).from === "check" ? "check" : questionBefore(question, intake);
  return (
    <QuestionForm
      slug={slug}
      profile={profile}
      question={question}
      intake={came ? { ...intake, values: withTyped(intake.values, came.values, namesOn(question)) } : intake}
      mistakes={await saidMistakes(came)}
      regimes={lawsOfPlace(organisation, intake)}
      back={before ? `/${slug}/ask/${before}` : `/${slug}`}
      account={await accountHere(organisation)}
    />
  );
}
