import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CoverGrid } from "@/components/portal/proof/cover-grid";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { many } from "@/lib/forms/kept-values";
import { bytesInHand, type PaperParams, wantsPaper } from "@/lib/web/papers";
import { ownRequest } from "@/lib/web/person-page";
import { cameBack, notHere, readForPage } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<PaperParams & { draft: string }>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("papers.cover.title"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** The picture as we would see it, under squares that can be covered: by pointer or keyboard, with or without scripts. */
export default async function CoverPage({ params, searchParams }: Props) {
  const { organisation, person, request } = await ownRequest(params);
  const { kind, draft } = await params;
  const page = `/${organisation.slug}/requests/${request.reference}/proof/papers/${kind}`;
  const there =
    wantsPaper(organisation, request, kind) &&
    (await readForPage(() => bytesInHand({ organisation, person }, draft, new Date()))) !== null;
  if (!there) notHere(page);
  const t = await getTranslations("portal");
  const came = await cameBack(organisation, `cover:${draft}`, searchParams);
  const mistakes = await saidMistakes(came);
  return (
    <OneQuestion
      back={<BackLink href={page}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={["cells"]} title={t("common.problem")} />}
    >
      <form method="post" action={`${page}/cover/${draft}/change`} className="flex flex-col gap-6">
        <h1 className="text-h1 font-semibold tracking-[-0.015em]">{t("papers.cover.title")}</h1>
        <p className="max-w-measure">{t("papers.cover.text")}</p>
        <CoverGrid picture={`${page}/cover/${draft}/picture`} ticked={many(came?.values ?? {}, "cells")} />
        <div className="flex flex-wrap gap-3">
          <Button name="what" value="cover" variant="secondary">
            {t("papers.cover.cover")}
          </Button>
          <Button name="what" value="send">
            {t("papers.cover.send")}
          </Button>
          <Button name="what" value="drop" variant="quiet">
            {t("papers.cover.drop")}
          </Button>
        </div>
        <p className="max-w-measure text-quiet">{t("papers.cover.hour")}</p>
      </form>
    </OneQuestion>
  );
}
