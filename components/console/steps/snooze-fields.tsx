import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { calendarDayText } from "@/components/ui/calendar-day";
import { Checkbox } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { plusDays, weekday } from "@/lib/domain/calendar-date";
import { lastSnoozeDay } from "@/lib/domain/snooze";

/** Until when: two days at a press, or any day. What is due before it wakes is said, and has to be meant. */
export function SnoozeFields({ view, typed, mistakes }: StepProps) {
  const { today, clock } = view;
  const tomorrow = plusDays(today, 1);
  const monday = plusDays(today, 8 - weekday(today));
  const last = lastSnoozeDay(clock.dueOn);
  const part = (name: string) => typedText(typed, `until-${name}`);
  return (
    <>
      {last ? (
        <InsetText>
          <p>
            The answer is due on {calendarDayText(plusDays(last, 1))}.{" "}
            {last > today
              ? `It sleeps until ${calendarDayText(last)} at most, unless you say that you mean a later day.`
              : "Any day is too late for it, unless you say that you mean it."}
          </p>
        </InsetText>
      ) : null}
      <Radios
        name="when"
        label="Until"
        options={[
          { value: tomorrow, label: `Tomorrow, ${calendarDayText(tomorrow)}` },
          ...(monday === tomorrow ? [] : [{ value: monday, label: `Next Monday, ${calendarDayText(monday)}` }]),
          {
            value: "day",
            label: "Another day",
            reveal: (
              <DateInput
                name="until"
                label="The day on which it is back"
                defaultValue={{ day: part("day"), month: part("month"), year: part("year") }}
                mistake={mistakes.until}
              />
            ),
          },
        ]}
        defaultValue={typedText(typed, "when") ?? tomorrow}
        mistake={mistakes.when}
      />
      <Checkbox
        name="wakeOnReply"
        label="Wake it as soon as the person writes or shows something"
        defaultChecked={typed.when === undefined || typedText(typed, "wakeOnReply") === "yes"}
      />
      {last ? (
        <Checkbox
          name="late"
          label="I mean it although the answer is due before it wakes"
          hint="The record says so. Due and Overdue show the request all the same."
          defaultChecked={typedText(typed, "late") === "yes"}
          mistake={mistakes.late}
        />
      ) : null}
    </>
  );
}
