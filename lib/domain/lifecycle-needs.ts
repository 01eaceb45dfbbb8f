// Decides whether a step's needs are met: one named rule for each need of the lifecycle table.
// Answers to GDPR Art. 12(3)–(4) and 12(6), the extension rules of each regime, and four-eyes release.
import type { Actor } from "./actor";
import { type CalendarDate, plusDays } from "./calendar-date";
import { extensionRefusal } from "./clock";
import type { RightOutcome } from "./events";
import type { Need } from "./lifecycle";
import type { OrganisationProfile } from "./organisation";
import type { Refusal } from "./refusal";
import { levelHeldBy, levelNeededBy, type RequestFacts } from "./request";
import type { RequestClock } from "./request-clock";
import { type Keeper, keptUntil } from "./request-retention";
import { forbidsProof } from "./verification";

/** What the organisation decided for itself, as days. */
export type DeskPolicy = Keeper & {
  unconfirmedAfterDays: number;
  remindAfterDays: readonly number[];
  dueSoonDays: number;
};

export function deskPolicy(profile: Keeper & Pick<OrganisationProfile, "lapse" | "dueSoonDays">): DeskPolicy {
  const { lapse, dueSoonDays, requestRetentionMonths, regimes } = profile;
  return { ...lapse, dueSoonDays, requestRetentionMonths, regimes };
}

export type StepContext = {
  facts: RequestFacts;
  actor: Actor;
  /** Words that go with the step; what they are for depends on the step. */
  words: string;
  /** The new date, where the law leaves the length of an extension open. */
  until: CalendarDate | null;
  /** Outcomes being prepared; empty for every other step. */
  outcomes: readonly RightOutcome[];
  clock: RequestClock;
  policy: DeskPolicy;
  today: CalendarDate;
};

const rules: Readonly<Record<Need, (context: StepContext) => Refusal | null>> = {
  reason: ({ words }) => (words.trim() === "" ? "reason_missing" : null),
  proof_for_granted_rights: ({ facts, outcomes }) => {
    const decided = outcomes.length > 0 ? outcomes : facts.outcomes;
    const held = levelHeldBy(facts);
    const short = decided.some(({ right, outcome }) => outcome !== "refused" && needOf(facts, right) > held);
    return short ? "proof_missing" : null;
  },
  every_right_has_outcome: ({ facts, outcomes }) =>
    facts.rights.every(({ right }) => outcomes.some((decided) => decided.right === right)) &&
    outcomes.length === facts.rights.length
      ? null
      : "outcome_missing",
  ground_for_refusal: ({ outcomes }) =>
    outcomes.some(({ outcome, ground }) => outcome !== "granted" && !ground?.trim()) ? "ground_missing" : null,
  four_eyes: ({ facts, actor }) =>
    actor.kind === "staff" && actor.staffId !== facts.prepared?.by ? null : "four_eyes",
  proof_allowed: ({ facts }) => {
    const needed = levelNeededBy(facts);
    if (needed === 0) {
      const forbidden = facts.rights.every(({ right }) => forbidsProof(right, facts.received.regimes));
      return forbidden ? "proof_forbidden" : "proof_not_needed";
    }
    return levelHeldBy(facts) >= needed ? "proof_more_than_needed" : null;
  },
  extension_in_law: ({ facts, clock, today, words, until }) => {
    if (clock.extendable === null) return "no_extension_in_law";
    const alreadyExtended = facts.extension !== null;
    const refused = extensionRefusal({ clock: clock.extendable, today, reason: words, alreadyExtended });
    if (refused) return refused === "too_late" ? "extension_too_late" : refused;
    // A stopped clock has no date to move; the notice's own last day stands still with it.
    if (clock.extendable.respondBy === null) return "clock_stopped";
    if ((clock.extendable.extendedRespondBy ?? until) === null) return "date_missing";
    return clock.extension(today, until) ? null : "extension_moves_nothing";
  },
  // Counted from the letter, not from the filing: nobody can confirm what never reached them.
  confirmation_period_over: ({ facts, policy, today }) =>
    facts.invitedOn !== null && today > plusDays(facts.invitedOn, policy.unconfirmedAfterDays) ? null : "too_early",
  reminder_due: ({ facts, policy, today }) => {
    const after = policy.remindAfterDays[facts.reminders];
    const from = facts.invitedOn ?? facts.receivedOn;
    return after !== undefined && today >= plusDays(from, after) ? null : "too_early";
  },
  due_soon: ({ facts, clock, policy, today }) => {
    if (clock.dueOn === null || today < plusDays(clock.dueOn, -policy.dueSoonDays) || today > clock.dueOn)
      return "too_early";
    return facts.warnedFor === clock.dueOn ? "already_done" : null;
  },
  // Kept through the whole of the day that the person was told. Words that nobody looked at yet hold everything.
  retention_over: ({ facts, policy, today }) => {
    const until = keptUntil(policy, facts);
    return until !== null && today > until && !facts.personWroteLast ? null : "too_early";
  },
  overdue: ({ facts, clock, today }) => {
    if (clock.dueOn === null || today <= clock.dueOn) return "too_early";
    return facts.escalatedFor === clock.dueOn ? "already_done" : null;
  },
};

function needOf(facts: RequestFacts, right: RightOutcome["right"]): number {
  // A right the request never had needs more than anyone holds: no answer can smuggle one in.
  return facts.rights.find((asked) => asked.right === right)?.level ?? 4;
}

export function firstUnmetNeed(needs: readonly Need[], context: StepContext): Refusal | null {
  for (const need of needs) {
    const refusal = rules[need](context);
    if (refusal) return refusal;
  }
  return null;
}
