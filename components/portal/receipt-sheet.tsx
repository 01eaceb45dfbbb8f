import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cited } from "@/components/portal/own-words";
import { portalDay, portalInstant } from "@/components/portal/portal-day";
import { useWords } from "@/components/portal/words";
import { BackLink } from "@/components/ui/back-link";
import { LetterPreview } from "@/components/ui/letter-preview";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { ReceiptInHand } from "@/lib/queries/person-filed";

type ReceiptSheetProps = {
  page: string;
  inHand: ReceiptInHand;
  /** Null: the reader chose none, and the time is the organisation's. */
  chosenZone: string | null;
};

/** A receipt that reads as a document: what, when, by when, how counted, and the seal. */
export function ReceiptSheet({ page, inHand, chosenZone }: ReceiptSheetProps) {
  const t = useTranslations("portal.receipt");
  const language = useLocale();
  const words = useWords();
  const { statement, signature, publicKey } = inHand.receipt;
  const { received, clock } = statement;
  const zone = chosenZone ?? received.timeZone;
  const receivedAt = t("receivedAt", { ...portalInstant(new Date(received.at), language, zone), zone });
  return (
    <Sheet margin={<BackLink href={page}>{t("back")}</BackLink>}>
      <LetterPreview label={t("label", { reference: statement.reference })} head={[]} title={t("title")} titleLevel={1}>
        <p>{t("text", { organisation: statement.organisation.name })}</p>
        <Facts
          rows={[
            [t("reference"), statement.reference],
            [t("organisation"), statement.organisation.name],
            [t("received"), receivedAt],
            [t("asked"), statement.rights.map((right) => words.rights[right].name).join(", ")],
            [t("due"), statement.dueOn ? portalDay(statement.dueOn, language) : t("dueNone")],
            [
              t("law"),
              t("lawVersion", {
                law: words.law(inHand.clock.regime),
                version: versionDay(clock.ruleVersion, language),
              }),
            ],
          ]}
        />
        <p>{t("dueNote")}</p>
        <h2 className="text-[1.15em] font-semibold">{t("count")}</h2>
        <ol>
          {inHand.clock.lines.map((line) => (
            <li key={`${line.text}${line.date}`}>
              {words.clock(line.said)}
              {line.date ? `: ${portalDay(line.date, language)}` : ""} (<Cited>{line.citation}</Cited>)
            </li>
          ))}
        </ol>
        {chosenZone === null ? null : <p>{t("zoneNote", { zone: received.timeZone })}</p>}
        <Facts
          rows={[
            [t("head"), <Code key="head">{statement.head}</Code>],
            [t("signature"), <Code key="signature">{signature}</Code>],
            [t("key"), <Code key="key">{publicKey}</Code>],
          ]}
        />
        <p>{t("howto")}</p>
      </LetterPreview>
      <p data-print="hide" className="flex flex-wrap items-center gap-x-6">
        <TextLink href={`${page}/receipt.json`} alone download>
          {t("file")}
        </TextLink>
        <span className="text-quiet">{t("print")}</span>
      </p>
    </Sheet>
  );
}

// "eu_gdpr/2018-05-25": the day from which these rules are in force is what people can look up.
function versionDay(version: string, language: string): string {
  const day = version.split("/").at(-1) ?? version;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? portalDay(calendarDate(day), language) : version;
}

function Facts({ rows }: { rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="figures grid gap-x-6 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-quiet">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Code({ children }: { children: string }) {
  return <code className="text-[0.85em] break-all">{children}</code>;
}
