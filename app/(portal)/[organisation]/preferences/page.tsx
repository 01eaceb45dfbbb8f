import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PreferencesForm } from "@/components/portal/preferences-form";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { chosenZone } from "@/lib/web/chosen-zone";
import { languagesOf } from "@/lib/web/language";
import { cameBack, portalOf } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<{ again?: string; said?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("preferences.title"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** In which language pages and letters speak, and in which time zone times are shown. */
export default async function PreferencesPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug, profile } = organisation;
  const t = await getTranslations("portal");
  const mistakes = await saidMistakes(await cameBack(organisation, "preferences", searchParams));
  const { said } = await searchParams;
  return (
    <OneQuestion
      back={<BackLink href={`/${slug}`}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={["language", "timeZone"]} title={t("common.problem")} />}
    >
      {said === "saved" || said === "letters" ? (
        <Notice tone="success" title={t("preferences.saved")} announce>
          {said === "letters" ? <p>{t("preferences.savedLetters")}</p> : null}
        </Notice>
      ) : null}
      <PreferencesForm
        slug={slug}
        languages={languagesOf(organisation)}
        language={await getLocale()}
        ownZone={profile.timeZone}
        zone={profile.preferences.timeZone ? { chosen: await chosenZone(organisation) } : null}
        mistakes={mistakes}
      />
    </OneQuestion>
  );
}
