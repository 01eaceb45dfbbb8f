// Decides the life of a request: which step leads where, who may take it, what it needs. The only such table.
// Answers to GDPR Art. 12 and 5(2). Being verified is a need of steps, never a state.
import type { Role } from "./actor";
import type { ContestNeed } from "./contest-needs";
import { beforeEnd, lead, live, type Moves, type State, states, stay } from "./states";
import { type PlanNeed, planSteps } from "./systems/plan-steps";
import { type TaskNeed, taskSteps } from "./systems/task-steps";

export { type State, states } from "./states";

/** Conditions that are more than a role and a state; the rules themselves stand in lifecycle-needs.ts. */
export type Need =
  | "proof_for_granted_rights"
  | "every_right_has_outcome"
  | "ground_for_refusal"
  | "four_eyes"
  | "four_eyes_after_release"
  | "extension_in_law"
  | "reason"
  | "confirmation_period_over"
  | "reminder_due"
  | "due_soon"
  | "overdue"
  | "late_now"
  | "new_date_ahead"
  | "proof_allowed"
  | "proof_in_policy"
  | "authority_stands"
  | "tries_left"
  | "agent_asks"
  | "person_asked"
  | "proof_reminder_due"
  | "proof_period_over"
  | "address_change_open"
  | "fresh_proof"
  | ContestNeed
  | "newer_date_fits"
  | "retention_over"
  | "snooze_ahead"
  | "is_snoozed"
  | "internal_date_fits"
  | TaskNeed
  | PlanNeed;

export type Edge = { moves: Moves; by: readonly Role[]; needs: readonly Need[] };
const desk = ["handler", "approver", "dpo"] as const;

export const lifecycle = {
  confirm: { moves: { ...stay(...live, "answered"), unconfirmed: "open", lapsed: "open" }, by: ["person"], needs: [] },
  remind: { moves: stay("unconfirmed"), by: ["system"], needs: ["reminder_due"] },
  lapse: { moves: lead(["unconfirmed"], "lapsed"), by: ["system"], needs: ["confirmation_period_over"] },
  withdraw: { moves: lead(beforeEnd, "withdrawn"), by: ["person"], needs: [] },
  write: {
    moves: {
      ...stay("open", "in_progress", "answer_prepared", "answered", "closed"),
      waiting_for_person: "in_progress",
      lapsed: "open",
    },
    by: ["person"],
    needs: [],
  },
  assign: { moves: stay(...beforeEnd), by: ["handler", "approver", "dpo", "administrator"], needs: [] },
  note: { moves: stay(...states), by: ["handler", "approver", "dpo"], needs: [] },
  message: { moves: stay(...live, "answered"), by: ["handler", "approver", "dpo"], needs: [] },
  begin: { moves: lead(["open"], "in_progress"), by: ["handler"], needs: [] },
  ask_proof: {
    moves: lead(["open", "in_progress"], "waiting_for_person"),
    by: ["handler"],
    needs: ["reason", "proof_allowed", "proof_in_policy"],
  },
  accept_proof: {
    // After the answer too: proof that was taken away with an address has to be shown again before anything opens.
    moves: { ...stay("open", "in_progress", "answered", "closed"), waiting_for_person: "in_progress" },
    by: ["handler"],
    needs: ["reason", "authority_stands", "four_eyes_after_release"],
  },
  // Until nobody can collect any more: a paper that turns out forged shuts the answer, also one that is out (ATK-I4).
  reject_proof: {
    moves: stay("open", "in_progress", "waiting_for_person", "answer_prepared", "answered", "closed"),
    by: ["handler"],
    needs: ["reason"],
  },
  prove: {
    moves: {
      ...stay("open", "in_progress", "answer_prepared", "answered", "closed"),
      waiting_for_person: "in_progress",
      lapsed: "open",
    },
    by: ["person"],
    needs: ["tries_left"],
  },
  fail_match: { moves: stay(...live, "answered", "closed", "lapsed"), by: ["person"], needs: ["tries_left"] },
  // Also while something is waited for and after the answer: an address that was changed is looked up again (ATK-I3).
  recognise: { moves: stay(...live, "answered", "closed"), by: ["system"], needs: [] },
  remind_proof: {
    moves: stay("open", "in_progress", "waiting_for_person"),
    by: ["system"],
    needs: ["proof_reminder_due"],
  },
  lapse_unproven: {
    moves: lead(["open", "waiting_for_person"], "lapsed"),
    by: ["system"],
    needs: ["proof_period_over"],
  },
  ask_principal: { moves: stay(...live), by: ["person"], needs: ["agent_asks"] },
  authorise: {
    moves: { ...stay(...live), waiting_for_person: "in_progress" },
    by: ["person"],
    needs: ["agent_asks", "authority_stands", "person_asked"],
  },
  disown: {
    moves: { ...stay(...live, "answered", "closed"), waiting_for_person: "in_progress" },
    by: ["person"],
    needs: ["agent_asks"],
  },
  note_risks: { moves: stay(...beforeEnd, "answered", "closed"), by: ["system"], needs: [] },
  note_duplicate: { moves: stay(...beforeEnd), by: ["handler"], needs: [] },
  link_request: { moves: stay(...states), by: ["handler", "approver", "dpo"], needs: [] },
  unlink_request: { moves: stay(...states), by: ["handler", "approver", "dpo"], needs: [] },
  snooze: { moves: stay(...live), by: ["handler", "approver", "dpo"], needs: ["snooze_ahead"] },
  wake: { moves: stay(...live), by: ["handler", "approver", "dpo"], needs: ["is_snoozed"] },
  set_internal_date: { moves: stay(...live), by: ["handler", "approver", "dpo"], needs: ["internal_date_fits"] },
  tick_item: { moves: stay(...live), by: ["handler", "approver", "dpo"], needs: [] },
  ask_address_change: { moves: stay(...live, "answered", "closed"), by: ["person"], needs: [] },
  stop_address_change: {
    moves: stay(...live, "answered", "closed"),
    by: ["person"],
    needs: ["address_change_open"],
  },
  change_address: { moves: stay(...live, "answered", "closed"), by: ["person"], needs: ["address_change_open"] },
  ask_clarification: { moves: lead(["open", "in_progress"], "waiting_for_person"), by: ["handler"], needs: ["reason"] },
  resume: { moves: lead(["waiting_for_person"], "in_progress"), by: ["handler"], needs: [] },
  extend: {
    moves: stay("open", "in_progress", "waiting_for_person"),
    by: ["handler", "dpo"],
    needs: ["reason", "extension_in_law"],
  },
  adopt_clock_settings: { moves: stay(...live), by: ["dpo", "administrator"], needs: ["newer_date_fits"] },
  // What was due stays due: the person is told that it is over, and when they can count on an answer.
  tell_delay: { moves: stay(...live), by: ["handler", "dpo"], needs: ["reason", "late_now", "new_date_ahead"] },
  prepare: {
    moves: lead(["in_progress"], "answer_prepared"),
    by: ["handler"],
    needs: ["every_right_has_outcome", "ground_for_refusal", "proof_for_granted_rights", "erasure_settled"],
  },
  return: { moves: lead(["answer_prepared"], "in_progress"), by: ["approver"], needs: ["reason"] },
  release: {
    moves: lead(["answer_prepared"], "answered"),
    by: ["approver"],
    needs: ["four_eyes", "proof_for_granted_rights"],
  },
  close: { moves: lead(["answered"], "closed"), by: ["handler", "approver", "dpo"], needs: [] },
  give_delivery_code: { moves: stay("answered", "closed"), by: ["handler"], needs: ["proof_for_granted_rights"] },
  prove_delivery: { moves: stay("answered", "closed"), by: ["person"], needs: ["proof_for_granted_rights"] },
  collect: {
    moves: stay("answered", "closed"),
    by: ["person"],
    needs: ["proof_for_granted_rights", "fresh_proof"],
  },
  // An appeal or a complaint runs beside the request (055): asking for it and looking at it move nothing.
  contest: {
    moves: stay(...live, "answered", "closed", "withdrawn", "lapsed"),
    by: ["person"],
    needs: ["reason", "authority_stands", "contest_in_law"],
  },
  // What came by telephone, post or mail, taken down by staff (061); also what was said before an address was confirmed.
  enter_contest: { moves: stay(...states), by: desk, needs: ["reason", "contest_in_law", "taken_down_with_day"] },
  acknowledge_contest: {
    moves: stay(...states),
    by: ["handler", "approver", "dpo"],
    needs: ["contest_stands", "contest_unacknowledged", "acknowledged_by_a_way"],
  },
  extend_contest: { moves: stay(...states), by: desk, needs: ["contest_stands", "reason", "contest_extension_in_law"] },
  decide_contest: {
    moves: stay(...states),
    by: ["approver", "dpo"],
    needs: ["contest_stands", "contest_by_other_eyes", "reason", "contest_needs_no_answer"],
  },
  // The one way back from an answer. Nothing about proof is relaxed by it: the new answer goes by the same gate.
  reverse_answer: {
    moves: lead(["answered", "closed"], "in_progress"),
    by: ["approver", "dpo"],
    needs: ["contest_stands", "contest_by_other_eyes", "reason"],
  },
  ...taskSteps,
  ...planSteps,
  inspect: { moves: stay(...states), by: ["handler", "approver", "dpo", "auditor"], needs: [] },
  send_again: { moves: stay(...states), by: ["handler", "approver", "dpo"], needs: [] },
  warn: { moves: stay(...beforeEnd), by: ["system"], needs: ["due_soon"] },
  escalate: { moves: stay(...beforeEnd), by: ["system"], needs: ["overdue"] },
  warn_contest: { moves: stay(...states), by: ["system"], needs: ["contest_stands", "contest_due_soon"] },
  escalate_contest: { moves: stay(...states), by: ["system"], needs: ["contest_stands", "contest_overdue"] },
  destroy_files: { moves: stay(...states), by: ["system"], needs: [] },
  purge: { moves: stay("answered", "closed", "withdrawn", "lapsed"), by: ["system"], needs: ["retention_over"] },
  post_letter: { moves: stay(...states), by: ["system"], needs: [] },
  fail_letter: { moves: stay(...states), by: ["system"], needs: [] },
} as const satisfies Record<string, Edge>;

export type Step = keyof typeof lifecycle;
export const steps = Object.keys(lifecycle) as readonly Step[];

/** On the desk: begun or to be begun, and not answered. */
export const liveStates: readonly State[] = live;

/** States in which the organisation still owes an answer, also to whoever has not confirmed their address. */
export const owingStates: readonly State[] = beforeEnd;

/** Nothing is owed any more. */
export const endedStates: readonly State[] = states.filter((state) => !owingStates.includes(state));

/** Where the step leads from this state; null when it is not open there. */
export function nextState(step: Step, from: State): State | null {
  const edge: Edge = lifecycle[step];
  return edge.moves[from] ?? null;
}

export function mayTake(step: Step, roles: readonly Role[]): boolean {
  const edge: Edge = lifecycle[step];
  return roles.some((role) => edge.by.includes(role));
}

/** Every edge of the table, for diagram, buttons and tests. */
export function allEdges(): readonly (Omit<Edge, "moves"> & { step: Step; from: State; to: State })[] {
  return steps.flatMap((step) => {
    const edge: Edge = lifecycle[step];
    return states.flatMap((from) => {
      const to = edge.moves[from];
      return to ? [{ step, from, to, by: edge.by, needs: edge.needs }] : [];
    });
  });
}
