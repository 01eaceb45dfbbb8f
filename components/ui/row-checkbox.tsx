import { choiceMark } from "@/components/ui/choice-mark";

type RowCheckboxProps = {
  name: string;
  value: string;
  /** Said, not shown: "Select H4K2-9QTM-7". */
  label: string;
  /** The id of the form that acts on the selection, when the table stands outside of it. */
  form?: string;
  defaultChecked?: boolean;
};

/** Selects a row of a table. The label around it makes the target 24 px in any density. */
export function RowCheckbox({ name, value, label, form, defaultChecked }: RowCheckboxProps) {
  return (
    <label className="inline-grid size-6 cursor-pointer place-items-center align-middle">
      <span className="sr-only">{label}</span>
      <input type="checkbox" className={choiceMark("checkbox")} {...{ name, value, form, defaultChecked }} />
    </label>
  );
}
