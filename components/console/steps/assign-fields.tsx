import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { loadLabel } from "@/components/console/workload-table";
import { Select } from "@/components/ui/select";

/** Each with how much they have, so that work is given fairly, and with who covers where they are away. */
export function AssignFields({ view, team, typed, mistakes }: StepProps) {
  return (
    <Select
      name="to"
      label="Owner"
      width="full"
      empty="nobody"
      options={(team ?? []).map((one) => ({ value: one.id, label: loadLabel(one) }))}
      defaultValue={typedText(typed, "to") ?? view.facts.assignedTo ?? ""}
      mistake={mistakes.to}
    />
  );
}
