import { Choice, type ChoiceOption } from "@/components/ui/choice";
import type { FieldProps } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { fieldId } from "@/components/ui/mistakes";

type CheckboxesProps = FieldProps & { options: readonly ChoiceOption[]; defaultValues?: readonly string[] };

/** Any number of answers. Every box posts the same name; no box posts nothing. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, options, defaultValues = [] } = props;
  return (
    <Fieldset {...props}>
      <div className="flex flex-col gap-1">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkbox"
            name={name}
            id={index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`}
            option={option}
            chosen={defaultValues.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
