import { absenceWords, gapWords } from "@/components/console/absence-words";
import { AccountForm } from "@/components/console/account-form";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type KeptValues, one } from "@/lib/forms/kept-values";
import type { CoverView } from "@/lib/queries/absences";

type AbsenceFormProps = {
  /** Where it posts to; behind it `/back`. */
  action: string;
  view: CoverView;
  /** What came back with mistakes; null on a first visit. */
  kept: KeptValues | null;
  /** "You", or the member's name. */
  who: string;
};

/** From when until when somebody is away, and who covers. What is planned already is said above, with the way back. */
export function AbsenceForm({ action, view: { away, covers }, kept, who }: AbsenceFormProps) {
  const mistakes = kept?.mistakes ?? {};
  const gap = away ? gapWords(away) : null;
  return (
    <>
      {away ? (
        <form method="post" action={`${action}/back`} className="flex flex-col items-start gap-2">
          <p className="max-w-measure">
            {who === "You" ? "You are" : `${who} is`} {absenceWords(away)}.
            {gap ? <span className="block font-semibold text-late">{gap}</span> : null}
          </p>
          <Button variant="secondary">{backWords(who, away.now)}</Button>
        </form>
      ) : null}
      <AccountForm action={action}>
        <DateInput
          name="from"
          label="First day away"
          defaultValue={day(kept, "from", away?.from)}
          mistake={mistakes.from}
        />
        <DateInput
          name="until"
          label="Last day away"
          defaultValue={day(kept, "until", away?.until)}
          mistake={mistakes.until}
        />
        <Select
          name="cover"
          label="Who covers"
          hint="They get the new work and the reminders. Without anybody, new work goes to the others, and the DPO is told."
          empty="nobody"
          options={covers.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={kept ? one(kept.values, "cover") : away?.cover?.id}
          mistake={mistakes.cover}
        />
        <Button variant="secondary">{away ? "Change the time away" : "Save the time away"}</Button>
      </AccountForm>
    </>
  );
}

function backWords(who: string, now: boolean): string {
  if (!now) return "Take it back";
  return who === "You" ? "I am here again" : "They are here again";
}

function day(kept: KeptValues | null, name: string, planned: CalendarDate | undefined) {
  if (kept) {
    const [day = "", month = "", year = ""] = ["day", "month", "year"].map((part) =>
      one(kept.values, `${name}-${part}`),
    );
    return { day, month, year };
  }
  const [year, month, day] = planned?.split("-") ?? [];
  return planned ? { day: String(Number(day)), month: String(Number(month)), year: String(year) } : {};
}
