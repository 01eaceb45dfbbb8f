import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { fieldId, hintId, mistakeId } from "@/components/ui/mistakes";

/** What every control with one label takes. `optional` is the mark itself, for example "(optional)". */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  mistake?: string;
  optional?: string;
  /** The label is the page's h1: one question a page. */
  labelIsHeading?: boolean;
  /** The label is said but not shown: only where a button beside the control shows the same word. */
  labelHidden?: boolean;
};

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p id={hintId(name)} className="-mt-1 max-w-measure text-quiet">
      {children}
    </p>
  );
}

export function Mistake({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p id={mistakeId(name)} className="flex max-w-measure items-baseline gap-2 font-semibold text-late">
      <Icon icon="warning" className="translate-y-[0.12em]" />
      <span>{children}</span>
    </p>
  );
}

/** In a heading the mark keeps the size of the text: it is no part of the question. */
export function Optional({ inHeading, children }: { inHeading?: boolean; children: ReactNode }) {
  return (
    <span className={classNames("font-normal text-quiet", inHeading && "text-body tracking-normal whitespace-nowrap")}>
      {" "}
      {children}
    </span>
  );
}

/** The rule at the left edge that ties a mistake to its control, shared by fields and groups. */
export function mistakenEdge(mistake: string | undefined): string {
  return classNames("flex flex-col items-stretch gap-2", mistake !== undefined && "border-l-4 border-late pl-4");
}

/** Label, hint, mistake and one control. The control must carry `fieldId(name)` and `describedBy(name, …)`. */
export function Field(props: FieldProps & { children: ReactNode }) {
  const { name, label, hint, mistake, optional, labelIsHeading, labelHidden, children } = props;
  const text = (
    <label htmlFor={fieldId(name)} className={labelHidden ? "sr-only" : labelIsHeading ? undefined : "font-semibold"}>
      {label}
      {optional ? <Optional inHeading={labelIsHeading}>{optional}</Optional> : null}
    </label>
  );
  return (
    <div className={mistakenEdge(mistake)}>
      {labelIsHeading ? <h1 className="mb-1 text-h1 font-semibold tracking-[-0.015em]">{text}</h1> : text}
      {hint ? <Hint name={name}>{hint}</Hint> : null}
      {mistake ? <Mistake name={name}>{mistake}</Mistake> : null}
      {children}
    </div>
  );
}
