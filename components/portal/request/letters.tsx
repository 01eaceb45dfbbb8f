import { useLocale, useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { Section } from "@/components/ui/section";
import type { PersonLetterLine } from "@/lib/queries/person-request";

const known = ["queued", "sent", "failed", "held"] as const;

/** The letters we wrote and what became of them: one that failed is said, not hidden. */
export function Letters({ letters }: { letters: readonly PersonLetterLine[] }) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const status = (line: PersonLetterLine) => t(`letterStatus.${known.find((one) => one === line.status) ?? "queued"}`);
  return (
    <Section title={t("letters")} id="letters">
      {letters.length === 0 ? <p>{t("lettersNone")}</p> : null}
      {letters.some((line) => line.status === "failed") ? (
        <p className="max-w-measure font-semibold text-late">{t("lettersFailed")}</p>
      ) : null}
      <ul data-rows className="border-t border-line">
        {letters.map((line) => (
          <li key={line.id} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-(--cell)">
            <span>{t(`letterKinds.${line.kind}`)}</span>
            <span className="figures text-quiet">
              {status(line)} · <time dateTime={line.on}>{portalDay(line.on, language)}</time>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
