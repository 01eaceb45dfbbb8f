import { useLocale, useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { portalDay } from "@/components/portal/portal-day";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ErasureStatement, StatementLine } from "@/lib/domain/systems/erasure-statement";

/** The erasure statement: what was searched, what became of each category in each system, backups, and the signed file. */
export function ErasureTold({ page, statement }: { page: string; statement: ErasureStatement }) {
  const t = useTranslations("portal.erasure");
  const language = useLocale();
  const { lines, searched, backups, anonymisedMayRemain } = statement;
  const columns: Column<StatementLine>[] = [
    { key: "data", title: t("data"), cell: ({ name }) => name, rowHeader: true },
    { key: "where", title: t("where"), cell: ({ systemName }) => systemName },
    { key: "outcome", title: t("outcome"), cell: (line) => <Outcome line={line} /> },
  ];
  return (
    <Section title={t("title")} id="erasure" aside={t("statedOn", { day: portalDay(statement.statedOn, language) })}>
      <Table
        caption={t("title")}
        captionHidden
        rows={lines}
        rowKey={({ system, category }) => `${system} ${category}`}
        columns={columns}
      />
      {backups ? (
        <p className="max-w-measure">{t("backups", { day: portalDay(backups.overwrittenBy, language) })}</p>
      ) : null}
      {anonymisedMayRemain ? <p className="max-w-measure">{t("anonymised")}</p> : null}
      {searched.length > 0 ? (
        <>
          <h3 className="font-semibold">{t("searchedTitle")}</h3>
          <ul className="max-w-measure list-disc pl-5">
            {searched.map(({ system, systemName, identifiers, on }) => (
              <li key={system}>
                {t("searched", {
                  system: systemName,
                  day: portalDay(on, language),
                  by: identifiers
                    .map((kind) => (kind === "email" || kind === "name" ? t(`by.${kind}`) : kind))
                    .join(", "),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="max-w-measure">
        <TextLink href={`${page}/erasure.json`}>{t("file")}</TextLink> {t("fileWhy")}
      </p>
    </Section>
  );
}

function Outcome({ line }: { line: StatementLine }) {
  const t = useTranslations("portal.erasure");
  const language = useLocale();
  const { outcome, on, until, because, law } = line;
  const day = on ?? until;
  return (
    <>
      <span className="block font-semibold">
        {t(`outcomes.${outcome}`, { day: day ? portalDay(day, language) : "" })}
      </span>
      {because ? <span className="text-quiet">{because}</span> : null}
      {law ? (
        <span className="text-quiet">
          {" "}
          (<Cited>{law}</Cited>)
        </span>
      ) : null}
    </>
  );
}
