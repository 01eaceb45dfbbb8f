import { useLocale, useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { Button } from "@/components/ui/button";
import { dueTone } from "@/components/ui/due-date";
import { Notice } from "@/components/ui/notice";
import type { Tone } from "@/components/ui/state-tag";
import { WhoseTurn } from "@/components/ui/whose-turn";
import { daysBetween } from "@/lib/domain/calendar-date";
import { owingStates } from "@/lib/domain/lifecycle";
import { proofIsMissing } from "@/lib/domain/request-proofs";
import type { PersonRequest } from "@/lib/queries/person-request";

/** Who has the ball, by when the answer is due, and what the person has to do: usually nothing. */
export function Turn({ page, request, soonDays }: { page: string; request: PersonRequest; soonDays: number }) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const { facts, clock, today } = request;
  // Whom the person disowned cannot show anything that counts.
  const proof = proofIsMissing(facts) && facts.authority.deniedOn === null;
  const owing = owingStates.includes(facts.state);
  const late = owing && clock.dueOn !== null && clock.dueOn < today;
  const waiting = facts.state === "unconfirmed" || facts.state === "waiting_for_person";
  const tone: Tone = !owing
    ? "done"
    : clock.dueOn === null
      ? "stopped"
      : waiting
        ? "plain"
        : dueTone(clock.dueOn, today, soonDays);
  return (
    <>
      <WhoseTurn title={t(`turn.${facts.state}`)} tone={tone} due={owing ? <Due request={request} /> : undefined}>
        {proof && facts.state !== "waiting_for_person" ? null : <p>{t(`todo.${facts.state}`)}</p>}
        {proof ? (
          <div className="flex flex-col items-start gap-3">
            <p>{t("todoProof")}</p>
            <Button href={`${page}/proof`}>{t("proofAction")}</Button>
          </div>
        ) : null}
      </WhoseTurn>
      {late && clock.dueOn ? (
        <Notice tone="late" title={t("lateTitle")}>
          <p>{t("lateText", { day: portalDay(clock.dueOn, language) })}</p>
          {facts.delay ? <p>{t("lateUntil", { day: portalDay(facts.delay.until, language) })}</p> : null}
        </Notice>
      ) : null}
    </>
  );
}

function Due({ request: { clock, today } }: { request: PersonRequest }) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  if (clock.dueOn === null) return t(clock.workTo.stopped ? "dueStopped" : "dueOpen");
  const day = portalDay(clock.dueOn, language);
  return clock.dueOn < today ? t("dueLate", { day, days: daysBetween(clock.dueOn, today) }) : t("due", { day });
}
