import { useTranslations } from "next-intl";
import { languageName } from "@/components/portal/language-choice";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import type { Language } from "@/lib/domain/language";
import type { Mistakes } from "@/lib/forms/kept-values";
import { offeredZones } from "@/lib/forms/time-zones";

type PreferencesFormProps = {
  slug: string;
  languages: readonly Language[];
  language: Language;
  ownZone: string;
  /** Null where the organisation offers no choice of zone. */
  zone: { chosen: string | null } | null;
  mistakes: Mistakes;
};

/** Language and time zone; each language under its own name, so that whoever reads no other finds it. */
export function PreferencesForm({ slug, languages, language, ownZone, zone, mistakes }: PreferencesFormProps) {
  const t = useTranslations("portal.preferences");
  const options = languages.map((lang) => ({ value: lang, label: <span lang={lang}>{languageName(lang)}</span> }));
  // One that was chosen elsewhere stays in the list.
  const zones = [...new Set([...offeredZones, ...(zone?.chosen ? [zone.chosen] : [])])].sort();
  return (
    <form method="post" action={`/${slug}/preferences/save`} className="flex flex-col gap-8" noValidate>
      <Heading lead={t("lead")}>{t("title")}</Heading>
      <Radios
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        options={options}
        defaultValue={language}
        mistake={mistakes.language}
      />
      {zone ? (
        <Select
          name="timeZone"
          label={t("zone")}
          hint={t("zoneHint", { zone: ownZone })}
          empty={t("zoneOwn", { zone: ownZone })}
          options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          defaultValue={zone.chosen ?? ""}
          mistake={mistakes.timeZone}
        />
      ) : null}
      <div>
        <Button wide>{t("save")}</Button>
      </div>
    </form>
  );
}
