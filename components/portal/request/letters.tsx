import { useLocale, useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Language } from "@/lib/domain/language";
import type { PersonLetterLine } from "@/lib/queries/person-request";

type LettersProps = {
  letters: readonly PersonLetterLine[];
  /** The language they come in and where to change it; null where there is only one. */
  choice: { language: Language; href: string } | null;
  /** Where the address is changed; null once there is nothing left to write. */
  addressHref: string | null;
};

const known = ["queued", "sent", "failed", "held"] as const;

/** The letters we wrote and what became of them: one that failed is said, not hidden. */
export function Letters({ letters, choice, addressHref }: LettersProps) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const status = (line: PersonLetterLine) => t(`letterStatus.${known.find((one) => one === line.status) ?? "queued"}`);
  return (
    <Section title={t("letters")} id="letters">
      {letters.length === 0 ? <p>{t("lettersNone")}</p> : null}
      {letters.some((line) => line.status === "failed") ? (
        <p className="max-w-measure font-semibold text-late">{t("lettersFailed")}</p>
      ) : null}
      {choice ? (
        <p className="max-w-measure">
          {t("lettersLanguage", { language: nameIn(language, choice.language) })}{" "}
          <TextLink href={choice.href}>{t("lettersChange")}</TextLink>
        </p>
      ) : null}
      {addressHref ? (
        <p className="max-w-measure">
          <TextLink href={addressHref}>{t("lettersAddress")}</TextLink>
        </p>
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

function nameIn(reader: string, language: Language): string {
  return new Intl.DisplayNames([reader], { type: "language" }).of(language) ?? language;
}
