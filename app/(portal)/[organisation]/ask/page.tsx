import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuestionForm } from "@/components/portal/ask/question-form";
import { Notice } from "@/components/ui/notice";
import { one } from "@/lib/forms/kept-values";
import { accountHere } from "@/lib/web/account-page";
import { askForm, intakeOf } from "@/lib/web/intake-page";
import { cameBack, keptHere, portalOf } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<{ want?: string | string[]; gone?: string; again?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("ask.who.title"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** The first question. `?want=` is the right whose link led here. */
export default async function AskPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug, profile } = organisation;
  const t = await getTranslations("portal");
  const { want, gone } = await searchParams;
  const kept = await keptHere(organisation, askForm);
  const back = await cameBack(organisation, "ask:who", searchParams);
  const wanted = typeof want === "string" ? want : one(kept?.values ?? {}, "want");
  const values = { ...kept?.values, want: wanted, ...back?.values };
  return (
    <>
      {gone ? (
        <div className="mb-8">
          <Notice tone="warning" title={t("ask.gone")} announce>
            <p>{t("ask.goneText")}</p>
          </Notice>
        </div>
      ) : null}
      <QuestionForm
        slug={slug}
        profile={profile}
        question="who"
        intake={intakeOf(organisation, values)}
        mistakes={await saidMistakes(back)}
        regimes={[]}
        back={`/${slug}`}
        account={await accountHere(organisation)}
      />
    </>
  );
}
