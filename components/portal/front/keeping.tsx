import { useTranslations } from "next-intl";
import { OwnWords } from "@/components/portal/own-words";
import { useWords } from "@/components/portal/words";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { RetentionRule } from "@/lib/domain/retention-rule";

/** How long each category of data is kept and where it lies, and the same for what is typed here. */
export function Keeping({ profile }: { profile: OrganisationProfile }) {
  const t = useTranslations("portal.front");
  const basis = useTranslations("portal.basis");
  const columns: Column<RetentionRule>[] = [
    {
      key: "data",
      title: t("keepingData"),
      cell: ({ name }) => <OwnWords profile={profile}>{name}</OwnWords>,
      rowHeader: true,
    },
    { key: "time", title: t("keepingTime"), cell: (rule) => <KeptTime rule={rule} profile={profile} /> },
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
        <p className="max-w-measure">
          <OwnWords profile={profile}>{profile.erasure.text}</OwnWords>
        </p>
        {profile.backups ? (
          <p className="max-w-measure">{t("backups", { days: profile.backups.overwrittenWithinDays })}</p>
        ) : null}
      </Section>
      <Section title={t("storage")} id="storage">
        <p className="max-w-measure">
          <OwnWords profile={profile}>{profile.storageLocation.text}.</OwnWords>
        </p>
        {profile.storageLocation.euOnRequest ? <p className="max-w-measure">{t("storageEu")}</p> : null}
      </Section>
      <Section title={t("form")} id="form">
        <p className="max-w-measure">{t("formText", { months: profile.requestRetentionMonths })}</p>
      </Section>
    </>
  );
}

function KeptTime({ rule, profile }: { rule: RetentionRule; profile: OrganisationProfile }) {
  const t = useTranslations("portal.front");
  const own = (text: string) => <OwnWords profile={profile}>{text}</OwnWords>;
  const { note, configurable, remainsAnonymised, lawfulException } = rule;
  return (
    <>
      {note ? own(note) : <Time rule={rule} profile={profile} />}
      {configurable && !note ? ` ${t("keepingPlan")}` : null}
      {remainsAnonymised ? <> {t.rich("keepingAnonymised", { what: () => own(remainsAnonymised) })}</> : null}
      {lawfulException ? (
        <span className="block text-quiet">
          {t.rich("keepingLaw", { because: () => own(`${lawfulException.text}.`) })}
        </span>
      ) : null}
    </>
  );
}

function Time({ rule: { rule }, profile }: { rule: RetentionRule; profile: OrganisationProfile }) {
  const words = useWords();
  const text = `${sentence(words.keeping(rule))}.`;
  return rule.kind === "while" ? <OwnWords profile={profile}>{text}</OwnWords> : text;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
