import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Notices } from "@/components/portal/notices";
import { OwnWords } from "@/components/portal/own-words";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { localDay } from "@/lib/domain/calendar-date";
import { portalOf } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("notices.title"), organisation: profile.name }) };
}

/** Every version of the privacy notice, the newest first, and how a change is told. */
export default async function NoticesPage({ params }: Props) {
  const { slug, profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const { noticeOfChange, contacts } = profile;
  const today = localDay(new Date(), profile.timeZone);
  return (
    <>
      <Sheet margin={<BackLink href={`/${slug}`}>{t("common.back")}</BackLink>}>
        <Heading lead={t("notices.lead")}>{t("notices.title")}</Heading>
      </Sheet>
      <Notices profile={profile} today={today} language={await getLocale()} />
      <Section title={t("notices.changes")} id="changes">
        {noticeOfChange ? (
          <p className="max-w-measure">
            <OwnWords profile={profile}>{noticeOfChange.text}</OwnWords>
          </p>
        ) : null}
        <p className="max-w-measure">{t("notices.ask", { email: contacts.email })}</p>
      </Section>
    </>
  );
}
