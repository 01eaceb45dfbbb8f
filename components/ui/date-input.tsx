import { controlLook } from "@/components/ui/control-look";
import type { FieldProps } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { fieldId } from "@/components/ui/mistakes";

/** What was typed, unchecked: "31", "2", "2026". */
export type TypedDate = { day?: string; month?: string; year?: string };
type Part = keyof TypedDate;

type DateInputProps = FieldProps & {
  defaultValue?: TypedDate;
  words?: Record<Part, string>;
  /** The boxes that the mistake is about; all of them unless said. */
  mistakenParts?: readonly Part[];
  /** For a date of birth. */
  birthday?: boolean;
};

const parts: readonly Part[] = ["day", "month", "year"];
const english: Record<Part, string> = { day: "Day", month: "Month", year: "Year" };

/** Three boxes, day first, no calendar. Posts `<name>-day`, `<name>-month` and `<name>-year`. */
export function DateInput(props: DateInputProps) {
  const { name, defaultValue = {}, words = english, mistake, mistakenParts = parts, birthday } = props;
  return (
    <Fieldset {...props}>
      <div className="flex flex-wrap gap-4">
        {parts.map((part) => {
          const id = part === "day" ? fieldId(name) : fieldId(`${name}-${part}`);
          const wrong = mistake !== undefined && mistakenParts.includes(part);
          return (
            <div key={part} className="flex flex-col gap-1">
              <label htmlFor={id}>{words[part]}</label>
              <input
                id={id}
                name={`${name}-${part}`}
                inputMode="numeric"
                autoComplete={birthday ? `bday-${part}` : undefined}
                defaultValue={defaultValue[part]}
                aria-invalid={wrong ? true : undefined}
                className={`${controlLook(part === "year" ? 4 : 2, wrong ? mistake : undefined)} figures`}
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
