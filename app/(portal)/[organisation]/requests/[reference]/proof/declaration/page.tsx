import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeclarationForm } from "@/components/portal/proof/declaration-form";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import { declarationText } from "@/lib/domain/declaration";
import { declarationWanted } from "@/lib/domain/request-proofs";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { keptHere } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("declaration.title"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** The declaration under penalty of perjury (11 CCR §7062(c)), to be read, agreed to and signed by typing one's name. */
export default async function DeclarationPage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const { slug, profile } = organisation;
  const t = await getTranslations("portal");
  const again = (await searchParams).again !== undefined;
  const kept = await keptHere(organisation, `declaration:${request.reference}`);
  const mistakes = await saidMistakes(again ? kept : null);
  const page = `/${slug}/requests/${request.reference}`;
  const { reference, today: day, person } = request;
  const wanted = person !== null && declarationWanted(request.facts);
  const declared = { name: person?.name ?? "", organisation: profile.name, reference, day };
  return (
    <OneQuestion
      back={<BackLink href={`${page}/proof`}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={["agreed", "name"]} title={t("common.problem")} />}
    >
      {wanted ? (
        <DeclarationForm
          action={`${page}/proof/declaration/sign`}
          text={declarationText(declared, await getLocale())}
          back={{ kept, mistakes }}
        />
      ) : (
        <Heading lead={t("declaration.notNeeded")}>{t("declaration.title")}</Heading>
      )}
      <p className="mt-8">
        {t("proof.none")} <TextLink href={`${page}/write`}>{t("proof.write")}</TextLink>
      </p>
    </OneQuestion>
  );
}
