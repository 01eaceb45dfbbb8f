// Decides how the clock's lines read in English: in the console, in receipts, on the command line, to people who read it.
import { formatDay } from "./calendar-date";
import type { Asked, ClockSaying, PauseCondition, PeriodRule } from "./clock-saying";

const lastDayTo: Record<PeriodRule, string> = {
  answer: "last day to answer",
  acknowledge: "last day to confirm that the request arrived",
  extension_notice: "last day to tell the person of an extension",
  extended_answer: "last day to answer after the extension",
};

const units = {
  day: ["calendar day", "calendar days"],
  month: ["month", "months"],
  business_day: ["working day", "working days"],
} as const;

const things: Record<Asked, string> = {
  identity: "proof of identity",
  clarification: "clarification",
  fee: "the fee",
};

/** What must be so, and be claimed, before asking stops a clock. */
export const conditionWords: Record<PauseCondition, string> = {
  reasonable_doubts: "reasonable doubts about who asks, raised without undue delay",
  large_quantity: "a large quantity of data about the person, asked about without undue delay",
  needed_to_find: "a question reasonably needed to find the information, as where there is a large amount of it",
};

const starts = {
  identity: "the clock starts when the identity information that was asked for arrived",
  fee: "the clock starts when the fee was paid",
} as const;

const unknownThings = {
  answer: "such answer",
  acknowledgement: "confirmation of receipt",
  extension: "extension",
  appeal: "appeal to the organisation",
} as const;

/** The sentence, without its date and its citation; it begins small and ends without a full stop. */
export function englishClock(said: ClockSaying): string {
  switch (said.say) {
    case "received":
      return said.counted === false ? "received; the day itself is not counted" : "received";
    case "starts":
      return starts[said.after];
    case "starts_after_reflection":
      return `a share of the costs was announced on ${formatDay(said.announced)}; the clock starts after ${said.days} days to think it over`;
    case "not_started":
      return `the clock has not started: stopped since ${formatDay(said.since)}, waiting for ${things[said.asked]}; 0 days used`;
    case "stopped":
      return `the clock is stopped since ${formatDay(said.since)}, waiting for ${things[said.asked]} (${conditionWords[said.claimed]}); ${days(said.used)} used; it resumes on the answer`;
    case "start_asked_too_late":
      return `asked for ${said.asked === "fee" ? "a fee" : things[said.asked]} on ${formatDay(said.on)}, after the period had ended on ${formatDay(said.ended)}: the start does not move`;
    case "pause_too_late":
      return `asked for ${things[said.asked]} on ${formatDay(said.on)}, after the period had ended: nothing stops`;
    case "pause_without_effect":
      return `asking for ${things[said.asked]} on ${formatDay(said.on)} does not stop this clock${unclaimed(said.unclaimed)}`;
    case "pause":
      return `asked for ${things[said.asked]} (${conditionWords[said.claimed]}) on ${formatDay(said.on)}, answered on ${formatDay(said.answered)}: ${lost(said.days)}`;
    case "remind":
      return "remind the person, or think about closing as unanswered";
    case "no_number":
      return `answer ${said.promptly}; no number of days`;
    case "period":
      return periodText(said);
    case "roll":
      return `${formatDay(said.from)} is ${said.over === "weekend" ? "a weekend day or holiday" : "a Sunday or holiday"}; the period ends on the next day that is not`;
    case "last_day":
      return said.stopped ? `${lastDayTo[said.rule]}: no date while the clock is stopped` : lastDayTo[said.rule];
    case "new_date_told":
      return "last day to answer: the new date that was told";
    case "new_date_open":
      return "open: the new date must be told to the person";
    case "extension_told":
      return "an extension was told to the person in time";
    case "extension_too_late":
      return `an extension was told on ${formatDay(said.on)}, after ${formatDay(said.last)}: too late, nothing changes`;
    case "not_known":
      return `${said.law} knows no ${unknownThings[said.thing]} for this request`;
  }
}

function unclaimed(condition: PauseCondition | null): string {
  return condition ? `: nobody claimed ${conditionWords[condition]}` : "";
}

function periodText({ count, unit, from, clamped, promptly }: Extract<ClockSaying, { say: "period" }>): string {
  const [one, many] = units[unit];
  const length = `${count} ${count === 1 ? one : many} after ${formatDay(from)}`;
  const whole = clamped ? `${length} (no such day, so the last of the month)` : length;
  return promptly ? `${promptly}, and at the latest ${whole}` : whole;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

function lost(count: number): string {
  if (count === 0) return "no day is lost";
  return count === 1 ? "1 day does not count" : `${count} days do not count`;
}
