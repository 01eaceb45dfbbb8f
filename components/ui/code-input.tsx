import { controlLook } from "@/components/ui/control-look";
import { Field, type FieldProps } from "@/components/ui/field";
import { describedBy, fieldId } from "@/components/ui/mistakes";

type CodeInputProps = FieldProps & { length?: number; defaultValue?: string; inputMode?: "numeric" | "text" };

/** A code from a letter or an app: one box that takes paste, spaces and dashes (WCAG 3.3.8). Never one box a digit. */
export function CodeInput(props: CodeInputProps) {
  const { name, hint, mistake, length = 6, defaultValue, inputMode = "numeric" } = props;
  return (
    <Field {...props}>
      <input
        id={fieldId(name)}
        type="text"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={describedBy(name, { hint, mistake })}
        aria-invalid={mistake ? true : undefined}
        className={`${controlLook(length > 6 ? 20 : 10, mistake)} figures text-lead tracking-[0.12em]`}
        {...{ name, defaultValue, inputMode }}
      />
    </Field>
  );
}
