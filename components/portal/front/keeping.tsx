import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { ruleInWords } from "@/lib/domain/retention";
import type { RetentionRule } from "@/lib/domain/retention-rule";

/** How long each category of data is kept and where it lies, and the same for what is typed here. */
export function Keeping({ profile }: { profile: OrganisationProfile }) {
  const t = useTranslations("portal.front");
  const basis = useTranslations("portal.basis");
  const columns: Column<RetentionRule>[] = [
    { key: "data", title: t("keepingData"), cell: ({ name }) => name, rowHeader: true },
    { key: "time", title: t("keepingTime"), cell: (rule) => <KeptTime rule={rule} /> },
    { key: "basis", title: t("keepingBasis"), cell: ({ legalBasis }) => basis(legalBasis) },
  ];
  return (
    <>
      <Section title={t("keeping")} id="keeping">
        <Table
          caption={t("keepingCaption")}
          captionHidden
          columns={columns}
          rows={profile.retention}
          rowKey={({ category }) => category}
        />
        <p className="max-w-measure">{profile.erasure.text}</p>
        {profile.backups ? (
          <p className="max-w-measure">{t("backups", { days: profile.backups.overwrittenWithinDays })}</p>
        ) : null}
      </Section>
      <Section title={t("storage")} id="storage">
        <p className="max-w-measure">{profile.storageLocation.text}.</p>
        {profile.storageLocation.euOnRequest ? <p className="max-w-measure">{t("storageEu")}</p> : null}
      </Section>
      <Section title={t("form")} id="form">
        <p className="max-w-measure">{t("formText", { months: profile.requestRetentionMonths })}</p>
      </Section>
    </>
  );
}

function KeptTime({ rule }: { rule: RetentionRule }) {
  const t = useTranslations("portal.front");
  const text = rule.note ?? `${sentence(ruleInWords(rule.rule))}.`;
  return (
    <>
      {text}
      {rule.configurable && !rule.note ? ` ${t("keepingPlan")}` : null}
      {rule.remainsAnonymised ? ` ${t("keepingAnonymised", { what: rule.remainsAnonymised })}` : null}
      {rule.lawfulException ? (
        <span className="block text-quiet">{t("keepingLaw", { because: `${rule.lawfulException.text}.` })}</span>
      ) : null}
    </>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
