import type { ReactNode } from "react";
import { choiceMark } from "@/components/ui/choice-mark";
import { classNames } from "@/components/ui/class-names";

/** One possible answer. `reveal` is what this answer also asks: it stands under it and is always shown. */
export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; reveal?: ReactNode };

type ChoiceProps = {
  kind: "radio" | "checkbox";
  name: string;
  id: string;
  option: ChoiceOption;
  chosen: boolean;
};

/** One radio or checkbox with its label and hint. The whole line is the target. */
export function Choice({ kind, name, id, option, chosen }: ChoiceProps) {
  const hint = option.hint ? `${id}-choice-hint` : undefined;
  return (
    <div>
      <div className="relative flex min-h-(--choice) items-start gap-3">
        <input
          type={kind}
          id={id}
          name={name}
          value={option.value}
          defaultChecked={chosen}
          aria-describedby={hint}
          className={`relative z-1 mt-[calc((var(--choice)-var(--choice-mark))/2)] ${choiceMark(kind)}`}
        />
        <div className="pt-[calc((var(--choice)-var(--lead-body))/2)]">
          <label
            htmlFor={id}
            className={classNames(
              "block max-w-measure cursor-pointer before:absolute before:inset-0 before:-left-1",
              option.hint !== undefined && "font-semibold",
            )}
          >
            {option.label}
          </label>
          {option.hint ? (
            <p id={hint} className="relative max-w-measure pb-2 text-quiet">
              {option.hint}
            </p>
          ) : null}
        </div>
      </div>
      {option.reveal ? (
        <div className="mt-1 mb-3 ml-[calc(var(--choice-mark)/2-1px)] border-l-2 border-line py-1 pl-[calc(var(--choice-mark)/2+0.75rem)]">
          {option.reveal}
        </div>
      ) : null}
    </div>
  );
}
