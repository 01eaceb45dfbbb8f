import { useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { PrivacyNotice } from "@/lib/domain/organisation";

type NoticesProps = { notices: readonly PrivacyNotice[]; today: CalendarDate; language: string; email: string };

/** Newest first. `notices` come oldest first, as the profile holds them. */
export function Notices({ notices, today, language, email }: NoticesProps) {
  const t = useTranslations("portal.notices");
  const current = notices.findLast(({ from }) => from <= today);
  const standing = (notice: PrivacyNotice) => {
    if (notice === current) return t("current");
    return notice.from > today ? t("coming") : t("earlier");
  };
  if (notices.length === 0) return <EmptyState title={t("none")}>{t("noneHow", { email })}</EmptyState>;
  return [...notices].reverse().map((notice) => {
    const { version, from, announcedOn, noticeDays, text, url } = notice;
    const told = { day: portalDay(announcedOn, language), days: noticeDays };
    return (
      <Section key={version} id={`version-${version}`} title={t("version", { version })} aside={standing(notice)}>
        <p className="figures max-w-measure text-quiet">
          {t("from", { day: portalDay(from, language) })}, {noticeDays > 0 ? t("announced", told) : t("announcedSame")}.
        </p>
        {text ? <p className="max-w-measure whitespace-pre-wrap">{text}</p> : null}
        {url ? (
          <p>
            <TextLink href={url} alone>
              {t("read")}
            </TextLink>
          </p>
        ) : null}
      </Section>
    );
  });
}
