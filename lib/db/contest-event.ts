import "server-only";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { contestsOffered, isWrittenTo } from "@/lib/domain/contest";
import { contestNoticesOwed, contestStandings } from "@/lib/domain/contest-notices";
import type { ReminderPolicy } from "@/lib/domain/due-notices";
import type { StepEvent } from "@/lib/domain/events";
import type { RequestClock } from "@/lib/domain/request-clock";
import type { StepChange } from "@/lib/domain/step-change";
import type { StoredRequest } from "./request-store";

type ContestChange = Extract<StepChange, { contest: unknown }>;

/** The event of a step about an appeal or a complaint; `keep` seals its words as a message and gives their id. */
export async function contestEvent(
  { facts }: Pick<StoredRequest, "facts">,
  {
    change,
    clock,
    policy,
    today,
  }: { change: ContestChange; clock: RequestClock; policy: ReminderPolicy; today: CalendarDate },
  keep: (words: string) => Promise<string>,
): Promise<StepEvent> {
  const { contest } = change;
  switch (change.step) {
    case "contest": {
      const offer = contestsOffered(facts, { today, dueOn: clock.dueOn }).find(({ kind }) => kind === contest);
      if (!offer) throw new Error(`no ${contest} may be opened`);
      return { type: "ContestOpened", contest, regimes: offer.regimes, messageId: await keep(change.words) };
    }
    case "enter_contest": {
      const { channel, arrivedOn } = change.takenDown;
      const day = { today: arrivedOn ?? today, dueOn: clock.dueOn };
      const offer = contestsOffered(facts, day).find(({ kind }) => kind === contest);
      if (!offer) throw new Error(`no ${contest} may be opened`);
      return {
        type: "ContestEntered",
        contest,
        regimes: offer.regimes,
        messageId: await keep(change.words),
        channel,
        ...(arrivedOn && arrivedOn !== today ? { arrivedOn } : {}),
        ...(isWrittenTo(facts) ? {} : { unwritten: true }),
      };
    }
    case "acknowledge_contest":
      return { type: "ContestAcknowledged", contest, ...(change.by ? { by: change.by } : {}) };
    case "warn_contest":
    case "escalate_contest": {
      const open = clock.contests.filter(({ contest: { kind, decided } }) => kind === contest && decided === null);
      const [notice] = contestNoticesOwed(contestStandings(open), policy, today);
      if (!notice) throw new Error(`nothing is owed about the ${contest}`);
      return notice;
    }
    case "extend_contest": {
      const open = clock.contests.find(({ contest: { kind, decided } }) => kind === contest && decided === null);
      const { dueOn: from, extendedRespondBy: to } = open?.workTo ?? {};
      if (!from || !to) throw new Error("this contest has no longer period");
      return { type: "ContestExtended", contest, messageId: await keep(change.words), from, to };
    }
    case "decide_contest":
      return { type: "ContestDecided", contest, outcome: change.outcome, messageId: await keep(change.words) };
    case "reverse_answer":
      return { type: "AnswerReversed", contest, messageId: await keep(change.words) };
  }
}
