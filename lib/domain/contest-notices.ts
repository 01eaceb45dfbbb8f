// Decides when time tells staff of the date of an appeal, a grievance or a complaint: at the same offsets and by the same rules as
// of an answer's date (due-notices.ts), whatever state the request is in. Answers to DPA 2018 s.164A(3) and the appeals of the
// states: what is said against us is not lost because the request is closed.
import { type CalendarDate, earliestOf } from "./calendar-date";
import type { ContestKind, ContestTold } from "./contest";
import type { ContestClock } from "./contest-clock";
import {
  type DueNotice,
  type DueStanding,
  dueSoonRefusal,
  nextNoticeOn,
  noticed,
  noticeOwed,
  overdueRefusal,
  type ReminderPolicy,
} from "./due-notices";
import type { StepEvent } from "./events";
import type { Refusal } from "./refusal";

/** What the reminders of one open contest hang on. The fold gives it, and so does the row's column, which is that fold. */
export type ContestStanding = { kind: ContestKind; dueOn: CalendarDate } & ContestTold;

export type ContestNotice = Extract<StepEvent, { type: "ContestDueSoonNoticed" | "ContestOverdueEscalated" }>;

/** Every open contest with the day that the desk works to. */
export function contestStandings(contests: readonly ContestClock[]): readonly ContestStanding[] {
  return contests.flatMap(standingOf);
}

function standingOf({ contest: { kind, told }, workOn }: ContestClock): readonly ContestStanding[] {
  return workOn === null ? [] : [{ kind, dueOn: workOn, ...told }];
}

export function contestDueSoonRefusal(
  clock: ContestClock | null,
  policy: ReminderPolicy,
  today: CalendarDate,
): Refusal | null {
  const [standing] = clock ? standingOf(clock) : [];
  return standing ? dueSoonRefusal(asDuty(standing), policy, today) : "no_open_contest";
}

export function contestOverdueRefusal(clock: ContestClock | null, today: CalendarDate): Refusal | null {
  const [standing] = clock ? standingOf(clock) : [];
  return standing ? overdueRefusal(standing, today) : "no_open_contest";
}

/** What time owes staff today about these contests: at most one notice of each. */
export function contestNoticesOwed(
  standings: readonly ContestStanding[],
  policy: ReminderPolicy,
  today: CalendarDate,
): readonly ContestNotice[] {
  return standings.flatMap((standing) => {
    const owed = noticeOwed(asDuty(standing), policy, today);
    return owed ? [contestNotice(standing.kind, owed)] : [];
  });
}

/** The notice of an answer's date, said of a contest. */
export function contestNotice(contest: ContestKind, owed: DueNotice): ContestNotice {
  const { dueOn } = owed;
  if (owed.type === "OverdueEscalated") return { type: "ContestOverdueEscalated", contest, dueOn };
  return { ...owed, type: "ContestDueSoonNoticed", contest };
}

/** What such a notice changes about what staff were told of the contest. */
export function contestNoticed({ contest: _, ...event }: ContestNotice): Partial<ContestTold> {
  return event.type === "ContestOverdueEscalated"
    ? noticed({ ...event, type: "OverdueEscalated" })
    : noticed({ ...event, type: "DueSoonNoticed" });
}

/** The standings after these notices. */
export function standingsAfter(
  standings: readonly ContestStanding[],
  events: readonly ContestNotice[],
): readonly ContestStanding[] {
  return standings.map((standing) => {
    const event = events.find(({ contest }) => contest === standing.kind);
    return event ? { ...standing, ...contestNoticed(event) } : standing;
  });
}

/** The day from which the next notice about one of them can be owed; null when none is left for these dates. */
export function nextContestNoticeOn(
  standings: readonly ContestStanding[],
  policy: ReminderPolicy,
): CalendarDate | null {
  return earliestOf(...standings.map((standing) => nextNoticeOn(asDuty(standing), policy)));
}

// A contest is owed its decision whatever became of the request: to the rules it is like an answer that nobody began.
function asDuty({ dueOn, warnedFor, warnedBefore, escalatedFor }: ContestStanding): DueStanding {
  return { state: "open", dueOn, internalOn: null, warnedFor, warnedBefore, escalatedFor };
}
