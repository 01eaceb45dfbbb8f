import { controlLook } from "@/components/ui/control-look";
import { Field, type FieldProps } from "@/components/ui/field";
import { describedBy, fieldId } from "@/components/ui/mistakes";

/** Several lines of text. `rows` says how much is expected; the box can be pulled taller. */
export function TextArea(props: FieldProps & { defaultValue?: string; rows?: number; autoComplete?: string }) {
  const { name, hint, mistake, defaultValue, rows = 6, autoComplete } = props;
  return (
    <Field {...props}>
      <textarea
        id={fieldId(name)}
        aria-describedby={describedBy(name, { hint, mistake })}
        aria-invalid={mistake ? true : undefined}
        className={`${controlLook("full", mistake)} block max-w-measure resize-y py-2 leading-(--lead-body)`}
        {...{ name, defaultValue, rows, autoComplete }}
      />
    </Field>
  );
}
