import { type ControlWidth, controlLook } from "@/components/ui/control-look";
import { Field, type FieldProps } from "@/components/ui/field";
import { describedBy, fieldId } from "@/components/ui/mistakes";

export type SelectOption = { value: string; label: string };

type SelectProps = FieldProps & {
  options: readonly SelectOption[];
  defaultValue?: string;
  /** The first, empty choice, for example "Choose a country". Nothing is chosen for people. */
  empty?: string;
  autoComplete?: string;
  width?: ControlWidth;
};

/** A long list of known answers. For fewer than eight use `Radios`. */
export function Select(props: SelectProps) {
  const { name, hint, mistake, options, defaultValue, empty, autoComplete, width = 30 } = props;
  return (
    <Field {...props}>
      <select
        id={fieldId(name)}
        aria-describedby={describedBy(name, { hint, mistake })}
        aria-invalid={mistake ? true : undefined}
        className={controlLook(width, mistake)}
        {...{ name, defaultValue, autoComplete }}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
