// Decides when time tells staff of a date: reminders at the organisation's offsets before it, and once that it has passed.
// Answers to GDPR Art. 12(3): a date that nobody looks at is missed. One request's step and the sweep of many ask here.
import { type CalendarDate, plusDays } from "./calendar-date";
import type { StepEvent } from "./events";
import { nextState, owingStates, type State } from "./lifecycle";
import type { OrganisationProfile } from "./organisation";
import type { Refusal } from "./refusal";

/** What a reminder hangs on. The fold gives it, and so do the row's columns, which are that fold. */
export type DueStanding = {
  state: State;
  /** The last day under law and promise; null while it stands still. */
  dueOn: CalendarDate | null;
  /** The desk's own earlier date; null where it set none. */
  internalOn: CalendarDate | null;
  /** The date of which staff were reminded last, and how many days before it; the oldest records do not say that. */
  warnedFor: CalendarDate | null;
  warnedBefore: number | null;
  escalatedFor: CalendarDate | null;
};

export type ReminderPolicy = { dueSoonDays: number; remindBeforeDueDays: readonly number[] };

export type DueNotice = Extract<StepEvent, { type: "DueSoonNoticed" | "OverdueEscalated" }>;

/** How many days before the date staff are reminded, furthest first. */
export function reminderPolicy(
  profile: Pick<OrganisationProfile, "dueSoonDays" | "remindBeforeDueDays">,
): ReminderPolicy {
  const { dueSoonDays, remindBeforeDueDays = [dueSoonDays] } = profile;
  return { dueSoonDays, remindBeforeDueDays: [...remindBeforeDueDays].sort((one, other) => other - one) };
}

/** The date that staff work to: their own where it is the earlier one. It never moves what the law wants. */
export function workBy({ dueOn, internalOn }: Pick<DueStanding, "dueOn" | "internalOn">): CalendarDate | null {
  return dueOn !== null && internalOn !== null && internalOn < dueOn ? internalOn : dueOn;
}

export function dueSoonRefusal(standing: DueStanding, policy: ReminderPolicy, today: CalendarDate): Refusal | null {
  const before = offsetReached(standing, policy, today);
  if (standing.dueOn === null || before === null || today > standing.dueOn) return "too_early";
  return before < remindedBefore(standing, policy) ? null : "already_done";
}

export function overdueRefusal(
  standing: Pick<DueStanding, "dueOn" | "escalatedFor">,
  today: CalendarDate,
): Refusal | null {
  const { dueOn, escalatedFor } = standing;
  if (dueOn === null || today <= dueOn) return "too_early";
  return escalatedFor === dueOn ? "already_done" : null;
}

/** What time owes staff about this request today; null when nothing. Steps `escalate` and `warn`, in this order. */
export function noticeOwed(standing: DueStanding, policy: ReminderPolicy, today: CalendarDate): DueNotice | null {
  const { dueOn, state } = standing;
  if (dueOn === null) return null;
  if (nextState("escalate", state) !== null && overdueRefusal(standing, today) === null) {
    return { type: "OverdueEscalated", dueOn };
  }
  if (nextState("warn", state) === null || dueSoonRefusal(standing, policy, today) !== null) return null;
  return dueSoonNotice({ ...standing, dueOn }, policy, today);
}

/** The event of the reminder. `before` and `on` are left out where they say nothing new. */
export function dueSoonNotice(
  standing: DueStanding & { dueOn: CalendarDate },
  policy: ReminderPolicy,
  today: CalendarDate,
): DueNotice {
  const on = workBy(standing);
  const before = offsetReached(standing, policy, today);
  return {
    type: "DueSoonNoticed",
    dueOn: standing.dueOn,
    ...(before === null ? {} : { before }),
    ...(on === null || on === standing.dueOn ? {} : { on }),
  };
}

/** What a notice changes about the standing. */
export function noticed(event: DueNotice): Partial<Pick<DueStanding, "warnedFor" | "warnedBefore" | "escalatedFor">> {
  if (event.type === "OverdueEscalated") return { escalatedFor: event.dueOn };
  return { warnedFor: event.on ?? event.dueOn, warnedBefore: event.before ?? null };
}

/**
 * The day from which the next notice can be owed; null when none is left for these dates. The sweep finds requests by it and
 * then asks the rules: a day that is too early costs one look, so what it hangs on may change under it.
 */
export function nextNoticeOn(standing: DueStanding, policy: ReminderPolicy): CalendarDate | null {
  const { state, dueOn, escalatedFor } = standing;
  const on = workBy(standing);
  if (!owingStates.includes(state) || dueOn === null || on === null || escalatedFor === dueOn) return null;
  const told = remindedBefore(standing, policy);
  const next = policy.remindBeforeDueDays.find((before) => before < told);
  return next === undefined ? plusDays(dueOn, 1) : plusDays(on, -next);
}

/** The smallest offset that has come, so that whoever was away gets one reminder and not all that were missed. */
function offsetReached(standing: DueStanding, policy: ReminderPolicy, today: CalendarDate): number | null {
  const on = workBy(standing);
  if (on === null) return null;
  return policy.remindBeforeDueDays.findLast((before) => today >= plusDays(on, -before)) ?? null;
}

function remindedBefore(standing: DueStanding, policy: ReminderPolicy): number {
  if (standing.warnedFor === null || standing.warnedFor !== workBy(standing)) return Number.POSITIVE_INFINITY;
  return standing.warnedBefore ?? policy.dueSoonDays;
}
