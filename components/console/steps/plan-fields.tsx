import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { DateInput } from "@/components/ui/date-input";
import { planDayFields } from "@/lib/forms/console-plan";

/** The days from which the schedule's periods run. What nobody knows stays empty, and its line gives the rule instead. */
export function PlanFields({ profile, typed, mistakes }: StepProps) {
  return (
    <>
      {planDayFields(profile.retention).map(({ name, label, hint }) => (
        <DateInput
          key={name}
          name={name}
          label={label}
          hint={hint}
          defaultValue={{
            day: typedText(typed, `${name}-day`),
            month: typedText(typed, `${name}-month`),
            year: typedText(typed, `${name}-year`),
          }}
          mistake={mistakes[name]}
        />
      ))}
    </>
  );
}
