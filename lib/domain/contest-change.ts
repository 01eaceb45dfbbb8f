// Decides what each event changes about the contests of a request; request-change.ts folds the rest.
import type { CalendarDate } from "./calendar-date";
import { answerOut, type Contest, untold } from "./contest";
import { contestNoticed } from "./contest-notices";
import type { StepEvent } from "./events";
import type { RequestFacts } from "./request";

type ContestEvent = Extract<StepEvent, { contest: unknown }>;

export function contestsAfter(event: ContestEvent, facts: RequestFacts, day: CalendarDate): readonly Contest[] {
  switch (event.type) {
    case "ContestOpened":
      return [...facts.contests, opened(event, facts, day)];
    case "ContestEntered":
      return [...facts.contests, opened(event, facts, event.arrivedOn ?? day)];
    case "ContestAcknowledged":
      return changed(facts, event, { acknowledgedOn: day });
    case "ContestExtended":
      return changed(facts, event, { extension: { on: day, to: event.to } });
    case "ContestDecided":
      return changed(facts, event, { decided: { on: day, outcome: event.outcome } });
    case "ContestDueSoonNoticed":
    case "ContestOverdueEscalated":
      return facts.contests.map((contest) =>
        contest.kind === event.contest && contest.decided === null
          ? { ...contest, told: { ...contest.told, ...contestNoticed(event) } }
          : contest,
      );
    case "AnswerReversed":
      return changed(facts, event, { decided: { on: day, outcome: "reversed" } });
  }
}

/**
 * The letter that says "it arrived" has left: that is the acknowledgement of the contest that it is about. The oldest records
 * do not say which: there it is the one that waits for it longest.
 */
export function toldThatItArrived(
  { contests }: RequestFacts,
  { about }: Extract<StepEvent, { type: "LetterSent" }>,
  day: CalendarDate,
): readonly Contest[] {
  const waiting = contests.filter(({ acknowledgedOn, decided }) => acknowledgedOn === null && decided === null);
  const meant = about === undefined ? waiting[0] : waiting.find(({ seq }) => seq === about);
  return contests.map((contest) => (contest === meant ? { ...contest, acknowledgedOn: day } : contest));
}

function opened(
  { contest: kind, regimes }: Pick<Contest, "regimes"> & { contest: Contest["kind"] },
  facts: RequestFacts,
  openedOn: CalendarDate,
): Contest {
  return {
    ...{ kind, regimes, seq: facts.version, openedOn, answerId: answerOut(facts) },
    ...{ acknowledgedOn: null, extension: null, decided: null, told: untold },
  };
}

function changed(
  { contests }: RequestFacts,
  { contest: kind }: ContestEvent,
  change: Partial<Contest>,
): readonly Contest[] {
  return contests.map((contest) =>
    contest.kind === kind && contest.decided === null ? { ...contest, ...change } : contest,
  );
}
