import { useLocale, useTranslations } from "next-intl";
import { ClockSum } from "@/components/portal/clock-sum";
import { CodeForm } from "@/components/portal/code-form";
import { portalDay } from "@/components/portal/portal-day";
import { BulletList } from "@/components/ui/bullet-list";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import type { RequestFacts } from "@/lib/domain/request";
import type { RequestClock } from "@/lib/domain/request-clock";
import { levelNeededBy } from "@/lib/domain/request-proofs";

type SentProps = {
  slug: string;
  reference: string;
  facts: RequestFacts;
  clock: RequestClock;
  maskedEmail: string;
  /** The request opens in this browser. */
  proven: boolean;
};

/** The page after sending: it is received, this is the reference, this is the date, this is what to do now. */
export function Sent({ slug, reference, facts, clock, maskedEmail, proven }: SentProps) {
  const t = useTranslations("portal.sent");
  const language = useLocale();
  const day = clock.dueOn ? portalDay(clock.dueOn, language) : null;
  const nothingToProve = levelNeededBy(facts) === 0;
  const page = `/${slug}/requests/${reference}`;
  return (
    <>
      <Sheet>
        <Panel title={t("title")} label={t("reference")} value={reference}>
          <p>
            {t("received", { day: portalDay(facts.receivedOn, language) })}{" "}
            {day ? t.rich("due", { day, strong: (text) => <strong>{text}</strong> }) : t("dueOpen")}
          </p>
        </Panel>
        <ClockSum clocks={clock.clocks} workTo={clock.workTo} />
      </Sheet>
      {proven ? (
        <Section title={t("confirmed")} id="confirm">
          <p className="max-w-measure">{t("confirmedText")}</p>
          <div>
            <Button href={page}>{t("open")}</Button>
          </div>
        </Section>
      ) : nothingToProve ? (
        <Section title={t("noConfirm")} id="confirm">
          <p className="max-w-measure">{t("noConfirmText", { email: maskedEmail })}</p>
        </Section>
      ) : (
        <Section title={t("confirmTitle")} id="confirm">
          <Notice tone="warning" title={t("confirmWhat")}>
            <p>{t(confirmText(facts), { email: maskedEmail })}</p>
          </Notice>
          <CodeForm slug={slug} reference={reference} mistakes={{}} values={{}} />
          <p className="max-w-measure">
            {t("noLetter")} <TextLink href={`/${slug}/find`}>{t("fresh")}</TextLink>.
          </p>
        </Section>
      )}
      <Section title={t("next")} id="next">
        <BulletList
          numbered
          items={[
            ...(proven || nothingToProve ? [] : [t("nextConfirm")]),
            t("nextCheck"),
            day ? t("nextAnswer", { day }) : t("nextAnswerOpen"),
          ]}
        />
      </Section>
      <Section title={t("receipt")} id="receipt">
        <p className="max-w-measure">{t("receiptText")}</p>
        <p className="flex flex-wrap gap-x-6">
          <TextLink href={`${page}/receipt`} alone>
            {t("receiptPage")}
          </TextLink>
          <TextLink href={`${page}/receipt.json`} alone download>
            {t("receiptFile")}
          </TextLink>
        </p>
      </Section>
    </>
  );
}

function confirmText(facts: RequestFacts) {
  if (facts.received.relation === "helper") return "confirmHelper";
  return facts.state === "unconfirmed" ? "confirmText" : "confirmTextStarted";
}
