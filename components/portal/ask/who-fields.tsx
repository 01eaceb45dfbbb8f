import { useTranslations } from "next-intl";
import { ActingFor } from "@/components/portal/ask/acting-for";
import type { QuestionProps } from "@/components/portal/ask/question-props";
import { OwnWords } from "@/components/portal/own-words";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { relations } from "@/lib/domain/verification";
import { one } from "@/lib/forms/kept-values";

type Props = QuestionProps & { title: string };

/** Every answer leads on: helpers, agents, guardians and heirs are a normal case (11 CCR §7063, GDPR Art. 12(6)). */
export function WhoField({ title, intake, mistakes, profile }: Props) {
  const t = useTranslations("portal.ask.who");
  const options = relations.map((relation) => {
    const hint = t(`${relation}Hint`);
    return {
      value: relation,
      label: t(relation),
      hint:
        relation === "guardian" ? (
          <>
            {hint} <OwnWords profile={profile}>{profile.child.text}</OwnWords>
          </>
        ) : (
          hint
        ),
    };
  });
  return (
    <>
      <Radios
        name="relation"
        labelIsHeading
        label={title}
        hint={t("hint")}
        options={options}
        defaultValue={one(intake.values, "relation")}
        mistake={mistakes.relation}
      />
      <input type="hidden" name="want" value={one(intake.values, "want")} />
    </>
  );
}

export function AuthorityField({ title, intake, mistakes, profile, regimes }: Props) {
  const t = useTranslations("portal");
  return (
    <>
      <TextArea
        name="authority"
        labelIsHeading
        label={title}
        optional={t("common.optional")}
        hint={t("ask.authority.hint")}
        rows={3}
        defaultValue={one(intake.values, "authority")}
        mistake={mistakes.authority}
      />
      <InsetText>
        <div className="flex flex-col gap-2">
          <ActingFor profile={profile} intake={intake} regimes={regimes} />
          <p>{t("ask.authority.why")}</p>
        </div>
      </InsetText>
    </>
  );
}
