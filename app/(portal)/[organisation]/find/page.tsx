import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { one } from "@/lib/forms/kept-values";
import { cameBack, portalOf } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("find.title"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** A fresh link to a request: for everybody whose link is old, lost or used. */
export default async function FindPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug } = organisation;
  const t = await getTranslations("portal");
  const came = await cameBack(organisation, "find", searchParams);
  const mistakes = await saidMistakes(came);
  return (
    <OneQuestion
      back={<BackLink href={`/${slug}`}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} title={t("common.problem")} />}
    >
      <div className="flex flex-col gap-8">
        <Heading lead={t("find.lead")}>{t("find.title")}</Heading>
        <form method="post" action={`/${slug}/find/send`} className="flex flex-col gap-6" noValidate>
          <TextInput
            name="sought"
            label={t("find.label")}
            hint={t("find.hint")}
            autoComplete="email"
            spellCheck={false}
            defaultValue={one(came?.values ?? {}, "sought")}
            mistake={mistakes.sought}
          />
          <div>
            <Button wide>{t("find.button")}</Button>
          </div>
        </form>
        <p>
          {t("find.haveCode")}{" "}
          <TextLink href={`/${slug}/confirm`} alone>
            {t("find.typeCode")}
          </TextLink>
        </p>
      </div>
    </OneQuestion>
  );
}
