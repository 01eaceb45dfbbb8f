import { Choice, type ChoiceOption } from "@/components/ui/choice";
import type { FieldProps } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { fieldId } from "@/components/ui/mistakes";

type RadiosProps = FieldProps & {
  options: readonly ChoiceOption[];
  defaultValue?: string;
  /** The word between the answers and a last one of another kind, for example "or". */
  orBeforeLast?: string;
  /** Side by side from a tablet's width on: only for two or three short answers. */
  inline?: boolean;
};

/** One answer out of a few. Nothing is chosen beforehand unless it was typed before. */
export function Radios(props: RadiosProps) {
  const { name, options, defaultValue, orBeforeLast, inline } = props;
  return (
    <Fieldset {...props}>
      <div className={inline ? "flex flex-col gap-x-8 gap-y-1 sm:flex-row" : "flex flex-col gap-1"}>
        {options.map((option, index) => (
          <div key={option.value}>
            {orBeforeLast && index === options.length - 1 ? <p className="py-1 text-quiet">{orBeforeLast}</p> : null}
            <Choice
              kind="radio"
              name={name}
              id={index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`}
              option={option}
              chosen={option.value === defaultValue}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
