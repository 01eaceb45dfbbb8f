// Decides whether a step's needs are met: one named rule for each need of the lifecycle table.
// Answers to GDPR Art. 12(3)–(4) and 12(6), the extension rules of each regime, and four-eyes release.
import type { Actor } from "./actor";
import { type CalendarDate, plusDays, plusMonths } from "./calendar-date";
import { extensionRefusal } from "./clock";
import { type ContestKind, openContests } from "./contest";
import { contestRules } from "./contest-needs";
import { moveRefusal, type TwoSettings } from "./date-move";
import { deliveryLevelNeeded } from "./delivery";
import { dueSoonRefusal, overdueRefusal, type ReminderPolicy, reminderPolicy } from "./due-notices";
import type { RightOutcome, SpokenChannel } from "./events";
import { internalDateRefusal } from "./internal-date";
import type { Need } from "./lifecycle";
import { matchedKinds } from "./matching";
import type { OrganisationProfile } from "./organisation";
import { askable, forbidsProof, mayBeAsked } from "./proof-policy";
import type { Refusal } from "./refusal";
import type { RequestFacts } from "./request";
import type { RequestClock } from "./request-clock";
import { answerLacksProof, isUnproven, levelNeededBy, proofAwaitedSince, proofStanding } from "./request-proofs";
import { type Keeper, keptUntil } from "./request-retention";
import { isSnoozed, snoozeRefusal } from "./snooze";
import type { TakenDown } from "./step-change";
import { planNeeds } from "./systems/plan-needs";
import type { SystemTask } from "./systems/task";
import { taskNeeds } from "./systems/task-needs";
import { authorityKinds, type Level, type ProofKind } from "./verification";

/** What the organisation decided for itself, as days. */
export type DeskPolicy = Keeper &
  ReminderPolicy & {
    unconfirmedAfterDays: number;
    remindAfterDays: readonly number[];
  };

export function deskPolicy(
  profile: Keeper & Pick<OrganisationProfile, "lapse" | "dueSoonDays" | "remindBeforeDueDays">,
): DeskPolicy {
  const { lapse, requestRetentionMonths, regimes } = profile;
  return { ...lapse, ...reminderPolicy(profile), requestRetentionMonths, regimes };
}

export type StepContext = {
  facts: RequestFacts;
  actor: Actor;
  /** Words that go with the step; what they are for depends on the step. */
  words: string;
  /** The new date, where the law leaves the length of an extension open; the day on which a snoozed request comes back. */
  until: CalendarDate | null;
  /** It was said that the answer is due before that day. */
  late: boolean;
  /** The desk's own date that is chosen; null: it is taken away. Undefined while nothing is chosen. */
  internalOn: CalendarDate | null | undefined;
  /** The proof that the step is about; null for every other step. */
  kind: ProofKind | null;
  /** Why more is asked than the policy asks for, in words that the person reads; null where nothing more is. */
  beyond: string | null;
  /** The kind of contest the step is about; null: the open one that is due first. */
  contest: ContestKind | null;
  /** How it is decided; null for every other step. */
  verdict: "denied" | "granted" | null;
  /** How a contest that staff take down reached us, and when; null for every other step and while nothing is typed. */
  takenDown: TakenDown | null;
  /** The way on which staff told the person themselves; null where a letter does. */
  toldBy: SpokenChannel | null;
  /** What was shown anew in this browser just now, as a level; see delivery.ts. */
  freshLevel: Level;
  /** Outcomes being prepared, and whether files go along; empty and false for every other step. */
  outcomes: readonly RightOutcome[];
  withFiles: boolean;
  /** The tasks of systems that the step is about. */
  tasks: readonly SystemTask[];
  clock: RequestClock;
  settings: TwoSettings;
  /** The version of the newer settings that was looked at; null for every other step. */
  adopting: number | null;
  policy: DeskPolicy;
  today: CalendarDate;
};

const rules: Readonly<Record<Need, (context: StepContext) => Refusal | null>> = {
  reason: ({ words }) => (words.trim() === "" ? "reason_missing" : null),
  // With files the whole request is judged as granted: no file leaves beside a refusal either.
  proof_for_granted_rights: ({ facts, outcomes, withFiles }) => {
    const answer =
      outcomes.length > 0 ? { ...facts, outcomes, answerHasFiles: withFiles || facts.filesWentOut } : facts;
    if (answerLacksProof({ ...answer, answerHasFiles: false })) return "proof_missing";
    return answerLacksProof(answer) ? "files_need_proof" : null;
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
  // Before the release a second person looks at what was accepted; after it nobody would.
  four_eyes_after_release: ({ facts, actor }) =>
    facts.answeredOn !== null && actor.kind === "staff" && actor.staffId === facts.prepared?.by
      ? "four_eyes_proof"
      : null,
  proof_allowed: ({ facts, kind }) => {
    if (levelNeededBy(facts) > 0) return kind === null || mayBeAsked(kind) ? null : "proof_never_asked";
    const { relation, regimes } = facts.received;
    const forbidden = facts.rights.every(({ right }) => forbidsProof({ right, relation, regimes }));
    return forbidden ? "proof_forbidden" : "proof_not_needed";
  },
  // Every demand beyond the policy is the organisation's to justify, to the person and not only to itself (Art. 12(6)).
  proof_in_policy: ({ facts, kind, beyond }) => {
    if (beyond?.trim()) return null;
    if (!isUnproven(facts)) return "proof_more_than_needed";
    const { relation, regimes } = facts.received;
    const allowed = facts.rights.some(
      (asked) => kind !== null && askable({ right: asked.right, relation, regimes }, asked).includes(kind),
    );
    return allowed ? null : "proof_beyond_policy";
  },
  authority_stands: ({ facts, kind }) => {
    const { confirmedOn, deniedOn } = facts.authority;
    if (deniedOn !== null && (kind === null || authorityKinds.includes(kind))) return "person_denied";
    return kind === "confirmed_by_person" && confirmedOn === null ? "person_silent" : null;
  },
  // Whoever guessed too often can still sign in or declare: only comparing is over.
  tries_left: ({ facts, kind }) => {
    const compares = kind === null || matchedKinds.some((matched) => matched === kind);
    return compares && facts.matchFailures >= matchTriesAtAll ? "tries_over" : null;
  },
  agent_asks: ({ facts }) => (facts.received.relation === "agent" ? null : "no_agent"),
  // A letter that went out for another mailbox asks about somebody who may not read this one (ATK-I3). Its no still counts.
  person_asked: ({ facts }) => (facts.authority.askedOn === null ? "link_dead" : null),
  // Only while the person has the ball: nobody is reminded of what lies on our own desk to be checked.
  proof_reminder_due: ({ facts, policy, today }) => {
    const since = proofAwaitedSince(facts);
    const after = policy.remindAfterDays[facts.proofReminders];
    return since !== null && after !== undefined && today >= plusDays(since, after) ? null : "too_early";
  },
  // Only what the person knew of and did not give ends this way, and only where no right can be carried out. Not before the
  // law's own date (11 CCR §7021(b)), and on that day, so that the word comes in time (GDPR Art. 12(4)).
  proof_period_over: ({ facts, policy, clock, today }) => {
    const since = proofAwaitedSince(facts);
    if (since === null || proofStanding(facts) !== "none") return "too_early";
    const inLaw = today >= (clock.lawDueOn ?? plusMonths(since, 1));
    return inLaw && today > plusDays(since, policy.unconfirmedAfterDays) ? null : "too_early";
  },
  address_change_open: ({ facts }) => (facts.addressChange === null ? "already_done" : null),
  fresh_proof: ({ facts, freshLevel }) => (deliveryLevelNeeded(facts) > freshLevel ? "fresh_proof_missing" : null),
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
  ...contestRules,
  // Counted from the letter, not from the filing: nobody can confirm what never reached them.
  confirmation_period_over: ({ facts, policy, today }) =>
    facts.invitedOn !== null && today > plusDays(facts.invitedOn, policy.unconfirmedAfterDays) ? null : "too_early",
  reminder_due: ({ facts, policy, today }) => {
    const after = policy.remindAfterDays[facts.reminders];
    const from = facts.invitedOn ?? facts.receivedOn;
    return after !== undefined && today >= plusDays(from, after) ? null : "too_early";
  },
  due_soon: ({ facts, clock, policy, today }) => dueSoonRefusal({ ...facts, dueOn: clock.dueOn }, policy, today),
  // What was looked at and what is newest by now may differ: then nobody agreed to this date.
  newer_date_fits: ({ facts, settings, adopting, today }) =>
    adopting !== null && adopting !== settings.newest.version
      ? "changed_meanwhile"
      : moveRefusal(facts, settings, today),
  // Kept through the whole of the day that the person was told. Words that nobody looked at yet hold everything.
  retention_over: ({ facts, policy, today }) => {
    const until = keptUntil(policy, facts);
    const heard = !facts.personWroteLast && openContests(facts).length === 0;
    return until !== null && today > until && heard ? null : "too_early";
  },
  snooze_ahead: ({ until, late, clock, today }) =>
    until === null ? null : snoozeRefusal({ until, late }, clock.dueOn, today),
  is_snoozed: ({ facts, today }) => (isSnoozed(facts.snooze, today) ? null : "not_snoozed"),
  internal_date_fits: ({ facts, clock, today, internalOn }) =>
    internalDateRefusal(internalOn, { dueOn: clock.dueOn, internalOn: facts.internalOn, today }),
  ...taskNeeds,
  ...planNeeds,
  overdue: ({ facts, clock, today }) => overdueRefusal({ ...facts, dueOn: clock.dueOn }, today),
  late_now: ({ clock, today }) => (clock.dueOn !== null && today > clock.dueOn ? null : "not_late"),
  new_date_ahead: ({ until, today }) => {
    if (until === null) return "delay_date_missing";
    return until > today && until <= plusMonths(today, delayMonthsAtMost) ? null : "delay_date_unreal";
  },
};

/** A day further away is no date that anybody can count on. */
export const delayMonthsAtMost = 6;

/** Wrong data points at all, however slowly they come; after that a member of staff looks. */
export const matchTriesAtAll = 10;

export function firstUnmetNeed(needs: readonly Need[], context: StepContext): Refusal | null {
  for (const need of needs) {
    const refusal = rules[need](context);
    if (refusal) return refusal;
  }
  return null;
}
