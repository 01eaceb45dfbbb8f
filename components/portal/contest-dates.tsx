import { useLocale, useTranslations } from "next-intl";
import { ClockSum } from "@/components/portal/clock-sum";
import { portalDay } from "@/components/portal/portal-day";
import type { ContestClock } from "@/lib/domain/contest-clock";

/** Who decides and by when, if it is sent today, and how we count. */
export function ContestDates({ clock }: { clock: ContestClock }) {
  const t = useTranslations("portal.contest");
  const language = useLocale();
  const { acknowledgeBy, dueOn, clocks, workTo } = clock;
  return (
    <div className="flex max-w-measure flex-col gap-2">
      {acknowledgeBy ? <p>{t("confirm", { day: portalDay(acknowledgeBy, language) })}</p> : null}
      <p>{dueOn ? t("due", { day: portalDay(dueOn, language) }) : t("open")}</p>
      <p>{t("who")}</p>
      <ClockSum clocks={clocks} workTo={workTo} />
    </div>
  );
}
