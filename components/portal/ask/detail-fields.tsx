import { useTranslations } from "next-intl";
import type { QuestionProps } from "@/components/portal/ask/question-props";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { type DetailName, type DetailRight, detailFields, detailsOf } from "@/lib/forms/intake-details";
import { one } from "@/lib/forms/kept-values";

type Props = QuestionProps & { title: string; right: DetailRight };

/** What one right needs to know. A choice that comes first is the question itself and carries the h1. */
export function DetailFields(props: Props) {
  const { title, right } = props;
  const names = detailsOf(right);
  const [first] = names;
  const firstIsHeading = names.length === 1 || (first !== undefined && detailFields[first].kind === "choice");
  return (
    <>
      {firstIsHeading ? null : <Heading>{title}</Heading>}
      {names.map((name, index) => (
        <DetailField key={name} {...props} name={name} heading={firstIsHeading && index === 0 ? title : null} />
      ))}
    </>
  );
}

function DetailField({ name, heading, intake, mistakes }: Props & { name: DetailName; heading: string | null }) {
  const t = useTranslations("portal");
  const field = detailFields[name];
  const common = {
    name,
    label: heading ?? t(`ask.fields.${name}.label`),
    labelIsHeading: heading !== null,
    hint: t(`ask.fields.${name}.hint`),
    defaultValue: one(intake.values, name),
    mistake: mistakes[name],
    optional: "optional" in field ? t("common.optional") : undefined,
  };
  if (field.kind === "choice") {
    const options = field.options.map((option) => ({ value: option, label: t(`ask.options.${option}`) }));
    return <Radios {...common} options={options} />;
  }
  return field.kind === "line" ? <TextInput {...common} width={20} /> : <TextArea {...common} rows={4} />;
}
