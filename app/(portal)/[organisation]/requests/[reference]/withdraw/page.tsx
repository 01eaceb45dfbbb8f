import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { cameBack } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("withdraw.title"), organisation: organisation.profile.name }) };
}

/** Says what withdrawing does before it is done. Both answers are one press away. */
export default async function WithdrawPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const t = await getTranslations("portal");
  const came = await cameBack(organisation, `withdraw:${request.reference}`, searchParams);
  const mistakes = await saidMistakes(came);
  const page = `/${organisation.slug}/requests/${request.reference}`;
  return (
    <OneQuestion
      back={<BackLink href={page}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} title={t("common.problem")} />}
    >
      <div className="flex flex-col gap-6">
        <Heading>{t("withdraw.title")}</Heading>
        <p>{t("withdraw.text")}</p>
        <p>{t("withdraw.kept")}</p>
        <form method="post" action={`${page}/withdraw/confirm`} className="flex flex-wrap gap-3">
          <Button variant="danger" wide>
            {t("withdraw.button")}
          </Button>
          <Button href={page} variant="secondary" wide>
            {t("withdraw.stay")}
          </Button>
        </form>
      </div>
    </OneQuestion>
  );
}
