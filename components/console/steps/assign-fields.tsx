import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { Select } from "@/components/ui/select";

export function AssignFields({ view, typed, mistakes }: StepProps) {
  return (
    <Select
      name="to"
      label="Owner"
      empty="nobody"
      options={view.members.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={typedText(typed, "to") ?? view.facts.assignedTo ?? ""}
      mistake={mistakes.to}
    />
  );
}
