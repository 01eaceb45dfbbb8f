import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { calendarDayText } from "@/components/ui/calendar-day";
import { ClockLines } from "@/components/ui/clock-lines";
import { DateInput } from "@/components/ui/date-input";
import { Radios } from "@/components/ui/radios";
import { SummaryList } from "@/components/ui/summary-list";
import { TextArea } from "@/components/ui/text-area";
import { extensionGrounds } from "@/lib/domain/extension-grounds";
import { extensionGroundsOf } from "@/lib/forms/console-steps";

/** The window that the law leaves, the date it gives and how, and the reason that the person reads. */
export function ExtendFields({ view, typed, mistakes }: StepProps) {
  const clock = view.clock.extendable;
  if (!clock) return null;
  const given = view.clock.extension(view.today, null);
  const lines = clock.derivations.extendedAnswer?.lines ?? [];
  const part = (name: string) => typedText(typed, `until-${name}`);
  return (
    <>
      <SummaryList
        rows={[
          { label: "Law", value: clock.name },
          { label: "Due now", value: clock.respondBy ? calendarDayText(clock.respondBy) : "clock stopped" },
          {
            label: "Last day to tell the person",
            value: clock.extensionNoticeBy ? calendarDayText(clock.extensionNoticeBy) : "none in this law",
          },
          {
            label: "New date",
            value: clock.extendedRespondBy && given ? calendarDayText(given.to) : "left to us by this law",
          },
        ]}
      />
      {lines.length > 0 ? (
        <ClockLines
          summary="How the new date is counted"
          open
          lines={lines.map(({ text, citation, date }) => ({
            text,
            citation,
            date: date ? calendarDayText(date) : undefined,
          }))}
        />
      ) : null}
      {clock.extendedRespondBy ? null : (
        <DateInput
          name="until"
          label="New date"
          hint="The date by which the person has their answer."
          defaultValue={{ day: part("day"), month: part("month"), year: part("year") }}
          mistake={mistakes.until}
        />
      )}
      <Radios
        name="ground"
        label="Kind of reason"
        hint="The letter names it. What it means here is for the words below, which only the person's page shows."
        options={extensionGroundsOf(view.facts.received.regimes).map((ground) => ({
          value: ground,
          label: extensionGrounds[ground],
        }))}
        defaultValue={typedText(typed, "ground")}
        mistake={mistakes.ground}
      />
      <TextArea
        name="words"
        label="Reason"
        hint="The person reads exactly this. It must be about this request: what makes it complex, or how many requests they made."
        rows={6}
        defaultValue={typedText(typed, "words")}
        mistake={mistakes.words}
      />
    </>
  );
}
