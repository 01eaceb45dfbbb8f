import { useTranslations } from "next-intl";
import { OwnWords } from "@/components/portal/own-words";
import { portalDay } from "@/components/portal/portal-day";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { OrganisationProfile, PrivacyNotice } from "@/lib/domain/organisation";

type NoticesProps = { profile: OrganisationProfile; today: CalendarDate; language: string };

/** Newest first. The profile holds them oldest first. */
export function Notices({ profile, today, language }: NoticesProps) {
  const { notices } = profile;
  const { email } = profile.contacts;
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
        {text ? (
          <p className="max-w-measure whitespace-pre-wrap">
            <OwnWords profile={profile}>{text}</OwnWords>
          </p>
        ) : null}
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
