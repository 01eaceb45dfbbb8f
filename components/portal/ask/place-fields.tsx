import { useTranslations } from "next-intl";
import type { QuestionProps } from "@/components/portal/ask/question-form";
import { Details } from "@/components/ui/details";
import { Select } from "@/components/ui/select";
import { countries, regionsOf } from "@/lib/domain/places";
import { one } from "@/lib/forms/intake";

type Props = QuestionProps & { title: string };

/** Never guessed from the connection, nothing chosen beforehand. */
export function PlaceField({ title, intake, mistakes }: Props) {
  const t = useTranslations("portal.ask.place");
  return (
    <div className="flex flex-col gap-4">
      <Select
        name="country"
        labelIsHeading
        label={title}
        hint={t("hint")}
        empty={t("empty")}
        autoComplete="country"
        options={Object.entries(countries).map(([value, label]) => ({ value, label }))}
        defaultValue={one(intake.values, "country")}
        mistake={mistakes.country}
      />
      <Details summary={t("several")}>
        <p>{t("severalText")}</p>
      </Details>
    </div>
  );
}

export function RegionField({ title, intake, mistakes }: Props) {
  const t = useTranslations("portal.ask.region");
  return (
    <Select
      name="region"
      labelIsHeading
      label={title}
      hint={t("hint")}
      empty={t("empty")}
      autoComplete="address-level1"
      options={regionsOf(one(intake.values, "country")).map(([value, label]) => ({ value, label }))}
      defaultValue={one(intake.values, "region")}
      mistake={mistakes.region}
    />
  );
}
