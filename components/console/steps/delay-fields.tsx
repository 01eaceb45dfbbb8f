import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { calendarDayText } from "@/components/ui/calendar-day";
import { DateInput } from "@/components/ui/date-input";
import { SummaryList } from "@/components/ui/summary-list";
import { TextArea } from "@/components/ui/text-area";

/** The day that was due, the one the person can count on, and the reason that they read. */
export function DelayFields({ view, typed, mistakes }: StepProps) {
  const part = (name: string) => typedText(typed, `until-${name}`);
  const { dueOn } = view.clock;
  const told = view.facts.delay;
  return (
    <>
      <SummaryList
        rows={[
          { label: "Was due", value: dueOn ? calendarDayText(dueOn) : "clock stopped" },
          { label: "Told last", value: told ? `by ${calendarDayText(told.until)}` : "no new day yet" },
        ]}
      />
      <DateInput
        name="until"
        label="New day"
        hint="One that will be kept. It is no extension: the letter says that the answer is late, and how to complain."
        defaultValue={{ day: part("day"), month: part("month"), year: part("year") }}
        mistake={mistakes.until}
      />
      <TextArea
        name="words"
        label="Reason"
        hint="The person reads exactly this on their page: why it is late, and that you are sorry."
        rows={6}
        defaultValue={typedText(typed, "words")}
        mistake={mistakes.words}
      />
    </>
  );
}
