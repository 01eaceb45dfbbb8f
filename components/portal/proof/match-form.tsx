import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "@/components/portal/own-words";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextInput } from "@/components/ui/text-input";
import { type MatchingPoint, matchTries } from "@/lib/domain/matching";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { type KeptValues, type Mistakes, one } from "@/lib/forms/kept-values";

type MatchFormProps = {
  action: string;
  profile: Pick<OrganisationProfile, "name" | "languages">;
  points: readonly MatchingPoint[];
  back: { kept: KeptValues | null; mistakes: Mistakes };
};

/** The points to type. A miss marks no field: it must not be told which of them it was. */
export function MatchForm({ action, profile, points, back }: MatchFormProps) {
  const t = useTranslations("portal.match");
  const german = useLocale() === "de";
  const own = (text: string | undefined, translated: string | undefined) => {
    if (german && translated) return translated;
    return text ? <OwnWords profile={profile}>{text}</OwnWords> : undefined;
  };
  return (
    <form method="post" action={action} className="flex flex-col gap-8" noValidate>
      <Heading lead={t("lead", { count: points.length, organisation: profile.name })}>{t("title")}</Heading>
      {points.map(({ id, label, labelDe, hint, hintDe }) => (
        <TextInput
          key={id}
          name={`point_${id}`}
          label={own(label, labelDe)}
          hint={own(hint, hintDe)}
          width={20}
          autoComplete="off"
          spellCheck={false}
          defaultValue={one(back.kept?.values ?? {}, `point_${id}`)}
          mistake={back.mistakes[`point_${id}`]}
        />
      ))}
      <div className="flex flex-col gap-3">
        <div>
          <Button wide>{t("button")}</Button>
        </div>
        <p className="max-w-measure text-quiet">{t("compared", matchTries)}</p>
      </div>
    </form>
  );
}
