// Decides whether the needs of steps about appeals, grievances and complaints are met; lifecycle-needs.ts has all others.
// Answers to DPA 2018 s.164A, Va. Code §59.1-577(C) and the like, and four eyes on what is said against an answer.
import { anyContestRefusal, contestRefusal, hasJudged, isWrittenTo, needsNewAnswer } from "./contest";
import { type ContestClock, contestExtensionRefusal, mostUrgent } from "./contest-clock";
import { contestDueSoonRefusal, contestOverdueRefusal } from "./contest-notices";
import type { StepContext } from "./lifecycle-needs";
import type { Refusal } from "./refusal";

export type ContestNeed =
  | "contest_in_law"
  | "contest_stands"
  | "contest_unacknowledged"
  | "contest_extension_in_law"
  | "contest_by_other_eyes"
  | "contest_needs_no_answer"
  | "taken_down_with_day"
  | "acknowledged_by_a_way"
  | "contest_due_soon"
  | "contest_overdue";

export const contestRules: Readonly<Record<ContestNeed, (context: StepContext) => Refusal | null>> = {
  // Judged as of the day on which it reached us: what the law opened later, or what was late only later, was not open then.
  contest_in_law: ({ facts, clock, contest, takenDown, today }) => {
    const day = { today: takenDown?.arrivedOn ?? today, dueOn: clock.dueOn };
    return contest === null ? anyContestRefusal(facts, day) : contestRefusal(facts, day, contest);
  },
  // Never after today and never before the request: the clock is counted from it.
  taken_down_with_day: ({ facts, takenDown, today }) => {
    if (takenDown === null) return "channel_missing";
    const { arrivedOn = today } = takenDown;
    return arrivedOn !== null && arrivedOn <= today && arrivedOn >= facts.receivedOn ? null : "arrival_day_unreal";
  },
  acknowledged_by_a_way: ({ facts, toldBy }) => (toldBy !== null || isWrittenTo(facts) ? null : "no_proven_address"),
  contest_due_soon: (context) => contestDueSoonRefusal(contestMeant(context), context.policy, context.today),
  contest_overdue: (context) => contestOverdueRefusal(contestMeant(context), context.today),
  contest_stands: (context) => (contestMeant(context) === null ? "no_open_contest" : null),
  contest_unacknowledged: (context) => (contestMeant(context)?.contest.acknowledgedOn === null ? null : "already_done"),
  contest_extension_in_law: (context) => {
    const meant = contestMeant(context);
    const refused = meant && contestExtensionRefusal(meant, context.today, context.words);
    return refused === "too_late" ? "extension_too_late" : refused;
  },
  contest_by_other_eyes: ({ facts, actor }) =>
    actor.kind === "staff" && !hasJudged(facts, actor.staffId) ? null : "contest_other_eyes",
  contest_needs_no_answer: (context) => {
    const meant = contestMeant(context);
    const kindWord = context.verdict === "granted" && meant !== null && needsNewAnswer(context.facts, meant.contest);
    return kindWord ? "reverse_instead" : null;
  },
};

/** The open contest that a step is about. */
export function contestMeant({ clock, contest }: Pick<StepContext, "clock" | "contest">): ContestClock | null {
  return mostUrgent(clock.contests.filter((one) => contest === null || one.contest.kind === contest));
}
