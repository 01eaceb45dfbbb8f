// Decides by when a contest is acknowledged and decided: one clock for each law it was opened under, the earliest counts.
// Answers to Va. Code §59.1-577(C), C.R.S. 6-1-1306(3), DPA 2018 s.164A and the like; numbers stand in regimes/ alone.
import { type CalendarDate, earliestOf, plusDays } from "./calendar-date";
import { type ExtensionRefusal, extensionRefusal } from "./clock";
import { deriveProcedureClock } from "./clock-derivation";
import type { Clock, ClockSettings } from "./clock-facts";
import { type Contest, type ContestOffer, untold } from "./contest";
import { lawOf } from "./laws";
import type { RequestFacts } from "./request";

export type ContestClock = {
  contest: Contest;
  clocks: readonly Clock[];
  /** The one that is worked to. */
  workTo: Clock;
  /** Last day to say that it arrived; null where no law wants it, and once it was said. */
  acknowledgeBy: CalendarDate | null;
  /** Last day to decide, null where the law names no number of days. */
  dueOn: CalendarDate | null;
  /** What comes first of the two; null when nothing is owed by a day. */
  nextOn: CalendarDate | null;
  /** The day that the desk works to: `nextOn`, or our own where no law names one, so that it is not forgotten; null once decided. */
  workOn: CalendarDate | null;
};

/**
 * "Without undue delay" (DPA 2018 s.164A(4)) is no number. Staff are reminded as if it were so many days from the day it
 * arrived: a reading of ours, taken from the acknowledgement's own period, and told to no person as a date.
 */
export const ownDaysToDecide = 30;

/** Every contest of a request with its clock, in the order in which they were opened. */
export function contestClocks(
  { contests, rights }: Pick<RequestFacts, "contests" | "rights">,
  settings: ClockSettings,
): readonly ContestClock[] {
  return contests.map((contest) => clockOf(contest, rights, settings));
}

/** The clock that would run if this were asked today. */
export function clockIfAsked(
  { kind, regimes }: ContestOffer,
  asked: { rights: RequestFacts["rights"]; today: CalendarDate },
  settings: ClockSettings,
): ContestClock {
  const whole = { kind, regimes, seq: 0, openedOn: asked.today, answerId: null };
  const fresh = { acknowledgedOn: null, extension: null, decided: null, told: untold };
  return clockOf({ ...whole, ...fresh }, asked.rights, settings);
}

function clockOf(contest: Contest, rights: RequestFacts["rights"], settings: ClockSettings): ContestClock {
  const asked = rights.map(({ right }) => right);
  const facts = {
    received: contest.openedOn,
    pauses: [],
    extendedOn: contest.extension?.on ?? null,
    extendedUntil: contest.extension?.to ?? null,
  };
  const clocks = contest.regimes.flatMap((regime) => {
    const law = lawOf(regime);
    const procedure = law.after[contest.kind];
    // Which of the request's rights a contest is about changes no date: no law has a period of its own for one.
    return procedure
      ? [{ ...deriveProcedureClock({ law, procedure, right: "access", facts, settings }), rights: asked }]
      : [];
  });
  const first = earliestOf(...clocks.map(({ dueOn }) => dueOn));
  const workTo = clocks.find(({ dueOn }) => dueOn === first);
  if (!workTo) throw new Error(`no law of this request knows a ${contest.kind}`);
  const owed = contest.acknowledgedOn === null ? clocks.flatMap(({ acknowledgeBy }) => acknowledgeBy ?? []).sort() : [];
  const acknowledgeBy = owed[0] ?? null;
  const { dueOn } = workTo;
  const [next] = [acknowledgeBy, dueOn].flatMap((day) => day ?? []).sort();
  const open = contest.decided === null;
  const nextOn = open ? (next ?? null) : null;
  const workOn = open ? (nextOn ?? plusDays(contest.openedOn, ownDaysToDecide)) : null;
  return { contest, clocks, workTo, acknowledgeBy, dueOn, nextOn, workOn };
}

/** Of the open contests the one whose day comes first. */
export function mostUrgent(contests: readonly ContestClock[]): ContestClock | null {
  const open = contests.flatMap((clock) => (clock.workOn === null ? [] : [{ clock, on: clock.workOn }]));
  return open.sort((left, right) => (left.on < right.on ? -1 : 1))[0]?.clock ?? null;
}

/** Why a contest may not be given more time today; null when it may. */
export function contestExtensionRefusal(
  { contest, workTo }: ContestClock,
  today: CalendarDate,
  reason: string,
): ExtensionRefusal | null {
  return extensionRefusal({ clock: workTo, today, reason, alreadyExtended: contest.extension !== null });
}
