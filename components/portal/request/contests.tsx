import { useLocale, useTranslations } from "next-intl";
import { ClockSum } from "@/components/portal/clock-sum";
import { portalDay } from "@/components/portal/portal-day";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ContestClock } from "@/lib/domain/contest-clock";
import type { PersonRequest } from "@/lib/queries/person-request";

/** What the person asked us to look at again, and where each stands. Nothing where they asked nothing. */
export function Contests({ request }: { request: PersonRequest }) {
  const t = useTranslations("portal.request");
  const { contests } = request.clock;
  if (contests.length === 0) return null;
  return (
    <Section title={t("contests")} id="contests">
      {[...contests].reverse().map((clock) => (
        <div key={clock.contest.seq} className="flex flex-col gap-2">
          <h3 className="font-semibold">{t("contestName", { kind: clock.contest.kind })}</h3>
          <Standing clock={clock} today={request.today} />
        </div>
      ))}
    </Section>
  );
}

function Standing({ clock, today }: { clock: ContestClock; today: PersonRequest["today"] }) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const { contest, dueOn, acknowledgeBy, clocks, workTo } = clock;
  const day = (on: PersonRequest["today"]) => portalDay(on, language);
  if (contest.decided) {
    const { outcome, on } = contest.decided;
    return <p className="max-w-measure">{t("contestDecided", { outcome, day: day(on) })}</p>;
  }
  return (
    <>
      <p className="max-w-measure">{t("contestOpened", { day: day(contest.openedOn) })}</p>
      {contest.acknowledgedOn ? (
        <p className="max-w-measure">{t("contestConfirmed", { day: day(contest.acknowledgedOn) })}</p>
      ) : acknowledgeBy ? (
        <p className="max-w-measure">{t("contestConfirm", { day: day(acknowledgeBy) })}</p>
      ) : null}
      {dueOn === null ? (
        <p className="max-w-measure">{t("contestOpen")}</p>
      ) : dueOn < today ? (
        <Notice tone="late" title={t("contestLate", { day: day(dueOn) })} />
      ) : (
        <p className="max-w-measure font-semibold">{t("contestDue", { day: day(dueOn) })}</p>
      )}
      <ClockSum clocks={clocks} workTo={workTo} />
    </>
  );
}
