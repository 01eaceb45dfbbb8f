// Decides by when a person must be answered: one clock for each law that applies, and the one to work to.
// Answers to GDPR Art. 12(3), UK GDPR Art. 12A, 11 CCR §7021 and the other laws in regimes/.
import { type CalendarDate, earliest } from "./calendar-date";
import { deriveProcedureClock } from "./clock-derivation";
import type { Clock, ClockFacts, ClockSettings } from "./clock-facts";
import type { Law, Procedure } from "./law";
import { lawOf } from "./laws";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

export type { Clock, ClockFacts, ClockLine, Pause } from "./clock-facts";
export type { PauseGround } from "./law";

type OneClock = ClockSettings & { readonly regime: RegimeId; readonly right: Right; readonly facts: ClockFacts };

/** The clock of one right under one law. */
export function deriveClock({ regime, right, facts, ...settings }: OneClock): Clock {
  const law = lawOf(regime);
  return deriveProcedureClock({ law, procedure: procedureFor(law, right, facts), right, facts, settings });
}

type Work = ClockSettings & {
  readonly regimes: readonly RegimeId[];
  readonly rights: readonly Right[];
  readonly facts: ClockFacts;
};

/**
 * Every clock of a request and the one to work to: the earliest (project decision D8). A promise stands beside the laws
 * and so can only shorten. No right named: counted as access. No law and no promise: the plain thirty days.
 */
export function deriveWorkClock({ regimes, rights, facts, ...settings }: Work): {
  readonly clocks: readonly Clock[];
  readonly workTo: Clock;
  readonly dueOn: CalendarDate | null;
} {
  const promised = settings.promiseDays !== undefined || regimes.length === 0;
  const applied = new Set<RegimeId>(promised ? [...regimes, "contract_30d"] : regimes);
  const asked: readonly Right[] = rights.length === 0 ? ["access"] : rights;
  const clocks: Clock[] = [];
  for (const regime of applied) {
    for (const right of asked) addClock(clocks, deriveClock({ regime, right, facts, ...settings }));
  }
  const workTo = clocks.reduce(earlierOf);
  return { clocks, workTo, dueOn: workTo.dueOn };
}

export type ExtensionRefusal = "no_extension_in_law" | "already_extended" | "too_late" | "reason_missing";

/** Why this clock may not be extended today; null when it may. */
export function extensionRefusal({
  clock,
  today,
  reason,
  alreadyExtended,
}: {
  clock: Clock;
  today: CalendarDate;
  reason: string;
  alreadyExtended: boolean;
}): ExtensionRefusal | null {
  if (!clock.extendable) return "no_extension_in_law";
  if (alreadyExtended) return "already_extended";
  if (clock.extensionNoticeBy && today > clock.extensionNoticeBy) return "too_late";
  return reason.trim() === "" ? "reason_missing" : null;
}

function procedureFor(law: Law, right: Right, facts: ClockFacts): Procedure {
  if (law.agency && facts.entity === "agency") return law.agency;
  return law.byRight[right] ?? law.request;
}

/** Rights that run alike under one law share a clock; only a right with dates of its own gets its own. */
function addClock(clocks: Clock[], next: Clock): void {
  const at = clocks.findIndex((clock) => datesOf(clock) === datesOf(next));
  const same = clocks[at];
  if (!same) clocks.push(next);
  else clocks[at] = { ...same, rights: [...same.rights, ...next.rights] };
}

function datesOf(clock: Clock): string {
  const { regime, startsOn, acknowledgeBy, respondBy, extensionNoticeBy, extendedRespondBy, dueOn } = clock;
  return JSON.stringify([regime, startsOn, acknowledgeBy, respondBy, extensionNoticeBy, extendedRespondBy, dueOn]);
}

function earlierOf(first: Clock, second: Clock): Clock {
  if (second.dueOn === null) return first;
  if (first.dueOn === null) return second;
  return earliest(first.dueOn, second.dueOn) === first.dueOn ? first : second;
}
