import { type ControlWidth, controlLook } from "@/components/ui/control-look";
import { Field, type FieldProps } from "@/components/ui/field";
import { describedBy, fieldId } from "@/components/ui/mistakes";

export type TextInputProps = FieldProps & {
  defaultValue?: string;
  /** `number` is not offered: people paste spaces, and wheels change what was typed. Use `inputMode`. */
  type?: "text" | "email" | "tel" | "url" | "password" | "search";
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | "search";
  /** WCAG 1.3.5 token, for example "email" or "name". */
  autoComplete?: string;
  width?: ControlWidth;
  spellCheck?: boolean;
  lang?: string;
};

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { name, hint, mistake, defaultValue, type = "text", width = "full" } = props;
  const { inputMode, autoComplete, spellCheck, lang } = props;
  return (
    <Field {...props}>
      <input
        id={fieldId(name)}
        aria-describedby={describedBy(name, { hint, mistake })}
        aria-invalid={mistake ? true : undefined}
        className={controlLook(width, mistake)}
        {...{ name, type, defaultValue, inputMode, autoComplete, spellCheck, lang }}
      />
    </Field>
  );
}
