import { useTranslations } from "next-intl";
import type { QuestionProps } from "@/components/portal/ask/question-props";
import { OfferedHint, OfferedName } from "@/components/portal/offered-right";
import { useWords } from "@/components/portal/words";
import { Checkboxes } from "@/components/ui/checkboxes";
import { TextArea } from "@/components/ui/text-area";
import { notSure } from "@/lib/forms/intake";
import { deletesAnyway } from "@/lib/forms/intake-child";
import { wishesFor } from "@/lib/forms/intake-details";
import { many, one } from "@/lib/forms/kept-values";

type Props = QuestionProps & { title: string };

/** What can be asked here, the everyday word first. Nothing is ticked beforehand unless the person did it. */
export function RightsField({ title, intake, mistakes, profile }: Props) {
  const t = useTranslations("portal.ask.rights");
  const deletes = deletesAnyway(intake);
  const words = useWords();
  const options = profile.rights.map((offered) => {
    const label = (
      <>
        <OfferedName offered={offered} profile={profile} />{" "}
        <span className="font-normal text-quiet">·&nbsp;{words.rights[offered.right].statute}</span>
      </>
    );
    return { value: offered.right, label, hint: <OfferedHint offered={offered} profile={profile} /> };
  });
  return (
    <Checkboxes
      name="rights"
      labelIsHeading
      label={title}
      hint={t(deletes ? "deletes" : "hint")}
      options={[
        ...options.filter(({ value }) => !deletes || value !== "erasure"),
        { value: notSure, label: t("notSure"), hint: t("notSureHint") },
      ]}
      defaultValues={many(intake.values, "rights")}
      mistake={mistakes.rights}
    />
  );
}

/** Plain wishes for those who do not know the word: each stands for a right. */
export function UnsureFields({ title, intake, mistakes }: Props) {
  const t = useTranslations("portal.ask.unsure");
  return (
    <>
      <Checkboxes
        name="wishes"
        labelIsHeading
        label={title}
        hint={t("hint")}
        options={wishesFor(intake.offered).map((wish) => ({ value: wish, label: t(wish) }))}
        defaultValues={many(intake.values, "wishes")}
        mistake={mistakes.wishes}
      />
      <TextArea
        name="wish_words"
        label={t("wordsLabel")}
        hint={t("wordsHint")}
        rows={4}
        defaultValue={one(intake.values, "wish_words")}
        mistake={mistakes.wish_words}
      />
    </>
  );
}
