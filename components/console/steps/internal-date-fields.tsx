import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { calendarDayText } from "@/components/ui/calendar-day";
import { DateInput } from "@/components/ui/date-input";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { lastInternalDay } from "@/lib/domain/internal-date";

/** The day by which the house wants to be done; where one is set it can be taken away. */
export function InternalDateFields({ view, typed, mistakes }: StepProps) {
  const { facts, clock } = view;
  const last = lastInternalDay(clock.dueOn);
  const [year, month, day] = facts.internalOn?.split("-") ?? [];
  const part = (name: string, set: string | undefined) => typedText(typed, `on-${name}`) ?? set;
  const date = (
    <DateInput
      name="on"
      label="Our own date"
      hint={last ? `Up to ${calendarDayText(last)}` : undefined}
      defaultValue={{ day: part("day", day), month: part("month", month), year: part("year", year) }}
      mistake={mistakes.on}
    />
  );
  return (
    <>
      <InsetText>
        <p>
          {clock.dueOn
            ? `The answer is due on ${calendarDayText(clock.dueOn)}, and stays due then.`
            : "The clock stands still."}{" "}
          {facts.internalOn ? `Our own date is ${calendarDayText(facts.internalOn)}.` : "No date of our own is set."}
        </p>
      </InsetText>
      {facts.internalOn ? (
        <Radios
          name="which"
          label="What to do with it"
          options={[
            { value: "day", label: "Set another day", reveal: date },
            { value: "none", label: "Take it away" },
          ]}
          defaultValue={typedText(typed, "which") ?? "day"}
        />
      ) : (
        date
      )}
    </>
  );
}
