// Decides what each event changes about the contests of a request; request-change.ts folds the rest.
import type { CalendarDate } from "./calendar-date";
import { answerOut, type Contest } from "./contest";
import type { StepEvent } from "./events";
import type { RequestFacts } from "./request";

type ContestEvent = Extract<StepEvent, { contest: unknown }>;

export function contestsAfter(event: ContestEvent, facts: RequestFacts, day: CalendarDate): readonly Contest[] {
  switch (event.type) {
    case "ContestOpened": {
      const { contest: kind, regimes } = event;
      const opened: Contest = {
        ...{ kind, regimes, seq: facts.version, openedOn: day, answerId: answerOut(facts) },
        ...{ acknowledgedOn: null, extension: null, decided: null },
      };
      return [...facts.contests, opened];
    }
    case "ContestAcknowledged":
      return changed(facts, event, { acknowledgedOn: day });
    case "ContestExtended":
      return changed(facts, event, { extension: { on: day, to: event.to } });
    case "ContestDecided":
      return changed(facts, event, { decided: { on: day, outcome: event.outcome } });
    case "AnswerReversed":
      return changed(facts, event, { decided: { on: day, outcome: "reversed" } });
  }
}

/** The letter that says "it arrived" has left: that is the acknowledgement, of the contest that waits for it longest. */
export function toldThatItArrived({ contests }: RequestFacts, day: CalendarDate): readonly Contest[] {
  const waiting = contests.find(({ acknowledgedOn, decided }) => acknowledgedOn === null && decided === null);
  return contests.map((contest) => (contest === waiting ? { ...contest, acknowledgedOn: day } : contest));
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
