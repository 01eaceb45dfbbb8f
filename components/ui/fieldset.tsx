import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type FieldProps, Hint, Mistake, mistakenEdge, Optional } from "@/components/ui/field";
import { describedBy } from "@/components/ui/mistakes";

/** Several controls under one legend. The legend can be the page's h1 (`labelIsHeading`). */
export function Fieldset(props: FieldProps & { children: ReactNode }) {
  const { name, label, hint, mistake, optional, labelIsHeading, children } = props;
  const text = (
    <>
      {label}
      {optional ? <Optional inHeading={labelIsHeading}>{optional}</Optional> : null}
    </>
  );
  return (
    <fieldset aria-describedby={describedBy(name, { hint, mistake })} className={`min-w-0 ${mistakenEdge(mistake)}`}>
      {/* Floated, a legend is laid out like any other block instead of sitting on the border. */}
      <legend className={classNames("float-left w-full", labelIsHeading ? "mb-2" : "font-semibold")}>
        {labelIsHeading ? <h1 className="text-h1 font-semibold tracking-[-0.015em]">{text}</h1> : text}
      </legend>
      {hint ? <Hint name={name}>{hint}</Hint> : null}
      {mistake ? <Mistake name={name}>{mistake}</Mistake> : null}
      {children}
    </fieldset>
  );
}
