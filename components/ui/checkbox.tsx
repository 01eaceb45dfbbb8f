import { Choice, type ChoiceOption } from "@/components/ui/choice";
import { Mistake, mistakenEdge } from "@/components/ui/field";
import { fieldId } from "@/components/ui/mistakes";

type CheckboxProps = Omit<ChoiceOption, "value" | "reveal"> & {
  name: string;
  value?: string;
  defaultChecked?: boolean;
  mistake?: string;
};

/** One statement to agree to. Its label is the whole question. */
export function Checkbox({ name, value = "yes", label, hint, defaultChecked = false, mistake }: CheckboxProps) {
  return (
    <div className={mistakenEdge(mistake)}>
      {mistake ? <Mistake name={name}>{mistake}</Mistake> : null}
      <Choice kind="checkbox" name={name} id={fieldId(name)} option={{ value, label, hint }} chosen={defaultChecked} />
    </div>
  );
}
