import { useTranslations } from "next-intl";
import type { QuestionProps } from "@/components/portal/ask/question-props";
import { useWords } from "@/components/portal/words";
import { Details } from "@/components/ui/details";
import { Select } from "@/components/ui/select";
import { one } from "@/lib/forms/kept-values";

type Props = QuestionProps & { title: string };

/** Never guessed from the connection, nothing chosen beforehand. */
export function PlaceField({ title, intake, mistakes }: Props) {
  const t = useTranslations("portal.ask.place");
  const words = useWords();
  return (
    <div className="flex flex-col gap-4">
      <Select
        name="country"
        labelIsHeading
        label={title}
        hint={t("hint")}
        empty={t("empty")}
        autoComplete="country"
        options={words.countries().map(([value, label]) => ({ value, label }))}
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
  const words = useWords();
  return (
    <Select
      name="region"
      labelIsHeading
      label={title}
      hint={t("hint")}
      empty={t("empty")}
      autoComplete="address-level1"
      options={words.regions(one(intake.values, "country")).map(([value, label]) => ({ value, label }))}
      defaultValue={one(intake.values, "region")}
      mistake={mistakes.region}
    />
  );
}
