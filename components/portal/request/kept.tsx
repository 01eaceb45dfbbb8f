import { useLocale, useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { portalDay } from "@/components/portal/portal-day";
import { useWords } from "@/components/portal/words";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { RequestRetentionLine } from "@/lib/domain/request-retention";

type KeptProps = { profile: OrganisationProfile; closedOn: CalendarDate | null };

/** What is held about this very request, until when and why. */
export function Kept({ profile, closedOn }: KeptProps) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const words = useWords();
  const when = ({ by, until }: RequestRetentionLine) => {
    if (by) return t("keptBy", { day: portalDay(by, language) });
    return until ? t("keptTo", { day: portalDay(until, language) }) : null;
  };
  const columns: Column<RequestRetentionLine>[] = [
    { key: "data", title: t("keptData"), cell: ({ name }) => name, rowHeader: true },
    {
      key: "until",
      title: t("keptUntil"),
      cell: (line) => (
        <>
          {when(line) ? <span className="figures block">{when(line)}</span> : null}
          <span className={when(line) ? "text-quiet" : undefined}>{line.because}</span>
          {line.law ? (
            <span className="text-quiet">
              {" "}
              (<Cited>{line.law}</Cited>)
            </span>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <Section title={t("kept")} id="kept">
      <Table
        caption={t("keptCaption")}
        captionHidden
        columns={columns}
        rows={words.requestData(profile, closedOn)}
        rowKey={({ category }) => category}
      />
    </Section>
  );
}
