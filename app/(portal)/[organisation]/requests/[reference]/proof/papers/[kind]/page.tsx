import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CoverBeforeSending } from "@/components/portal/proof/cover-before-sending";
import { PaperAdvice } from "@/components/portal/proof/paper-advice";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileInput } from "@/components/ui/file-input";
import { identityPaperDays } from "@/lib/domain/request-retention";
import { type PaperParams, wantsPaper } from "@/lib/web/papers";
import { ownRequest } from "@/lib/web/person-page";
import { cameBack, notHere } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<PaperParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("papers.tab"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** One paper: what is needed, what to cover, what becomes of it, and the way to choose a picture of it. */
export default async function PaperPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const { kind } = await params;
  const page = `/${organisation.slug}/requests/${request.reference}`;
  if (!wantsPaper(organisation, request, kind)) notHere(page);
  const t = await getTranslations("portal");
  const came = await cameBack(organisation, `paper:${request.reference}:${kind}`, searchParams);
  const mistakes = await saidMistakes(came);
  const words = {
    open: t("papers.aid.open"),
    hint: t("papers.aid.hint"),
    undo: t("papers.aid.undo"),
    squares: t("papers.aid.squares"),
    picture: t("papers.aid.picture"),
    whole: t("papers.aid.whole"),
    covered: t("papers.aid.covered"),
  };
  return (
    <OneQuestion
      back={<BackLink href={`${page}/proof`}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={["paper"]} title={t("common.problem")} />}
    >
      <form
        method="post"
        action={`${page}/proof/papers/${kind}/send`}
        encType="multipart/form-data"
        className="flex flex-col gap-8"
        noValidate
      >
        <h1 className="text-h1 font-semibold tracking-[-0.015em]">{t(`papers.title.${kind}`)}</h1>
        <PaperAdvice kind={kind} days={identityPaperDays} />
        <FileInput
          name="paper"
          label={t("papers.label")}
          hint={t("papers.hint")}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          mistake={mistakes.paper}
        />
        <CoverBeforeSending field="paper" words={words} />
        <div className="flex flex-col gap-3">
          <div>
            <Button wide>{t("papers.button")}</Button>
          </div>
          <p className="max-w-measure text-quiet">{t("papers.next")}</p>
        </div>
      </form>
    </OneQuestion>
  );
}
