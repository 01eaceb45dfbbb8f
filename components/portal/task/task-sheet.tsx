import { useLocale, useTranslations } from "next-intl";
import { Lines } from "@/components/portal/lines";
import { OwnWords } from "@/components/portal/own-words";
import { portalDay } from "@/components/portal/portal-day";
import { BulletList } from "@/components/ui/bullet-list";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { OwnerTask } from "@/lib/queries/owner-task";

type TaskSheetProps = { task: OwnerTask; profile: Pick<OrganisationProfile, "languages"> };

/** Whom to look for, where and for what, by when. Only what this system finds people by is said. */
export function TaskSheet({ task, profile }: TaskSheetProps) {
  const t = useTranslations("portal.tasks");
  const language = useLocale();
  const names: Readonly<Record<string, string>> = {
    name: t("aboutName"),
    email: t("aboutEmail"),
    telephone: t("aboutTelephone"),
  };
  const labelled = Object.entries(task.about).map(([kind, value]) => ({
    label: names[kind] ?? kind,
    value: <span className="[overflow-wrap:anywhere]">{value}</span>,
  }));
  return (
    <>
      <Section title={t("whomTitle")} id="whom">
        {labelled.length > 0 ? <SummaryList rows={labelled} /> : <p className="max-w-measure">{t("nobody")}</p>}
        <p className="max-w-measure text-quiet">{t("confidential")}</p>
      </Section>
      <Section title={t("whatTitle")} id="what">
        <SummaryList
          rows={[
            { label: t("system"), value: <OwnWords profile={profile}>{task.system}</OwnWords> },
            { label: t("due"), value: portalDay(task.dueOn, language) },
            { label: t("reference"), value: task.reference },
          ]}
        />
        <p className="max-w-measure">{t("categories")}</p>
        <OwnWords profile={profile}>
          <BulletList items={task.categories.map(({ name }) => name)} />
        </OwnWords>
        {task.correction ? (
          <SummaryList
            rows={Object.entries(task.correction).map(([field, words]) => ({
              label: t("correction", { field }),
              value: <Lines text={words} />,
            }))}
          />
        ) : null}
        {task.instructions ? (
          <OwnWords profile={profile}>
            <Lines text={task.instructions} />
          </OwnWords>
        ) : null}
      </Section>
    </>
  );
}
