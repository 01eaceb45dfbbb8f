// Decides what a request is at any moment: the fold of its events and nothing else.
// Answers to GDPR Art. 5(2): the state can be recomputed from the record by anyone who doubts it.
import type { CalendarDate } from "./calendar-date";
import type { Ticked } from "./checklist";
import type { Pause } from "./clock";
import type { Contest } from "./contest";
import type { AskedRight, Received, RecordedEvent, RightOutcome } from "./events";
import type { ExtensionGround } from "./extension-grounds";
import { internalDateAfter } from "./internal-date";
import type { State } from "./lifecycle";
import { firstSettings } from "./pinned-settings";
import { isNeverVerified } from "./proof-policy";
import { changeOf } from "./request-change";
import type { RequestLink } from "./request-links";
import type { RiskSignal } from "./risk-signals";
import { type Snooze, snoozeAfter } from "./snooze";
import { isPlanEvent, planAfter, type StandingPlan } from "./systems/plan-events";
import type { SystemTask } from "./systems/task";
import { isTaskEvent } from "./systems/task-events";
import { tasksAfter } from "./systems/tasks-after";
import type { ProofKind } from "./verification";

export type RequestFacts = {
  state: State;
  /** Number of events; a save that finds another number lost the race. */
  version: number;
  /** What is needed now; `received.rights` has what was needed before anything odd was known. */
  rights: readonly AskedRight[];
  outcomes: readonly RightOutcome[];
  received: Received;
  receivedOn: CalendarDate;
  /** The version of the organisation's clock settings that its dates stand under. */
  clockSettings: number;
  confirmedOn: CalendarDate | null;
  proofs: readonly { kind: ProofKind; on: CalendarDate }[];
  /** Latest open demand for proof, and when the last such demand was met. */
  identityAskedOn: CalendarDate | null;
  verifiedOn: CalendarDate | null;
  /** What is odd about the request, in the order in which it was noticed. */
  signals: readonly RiskSignal[];
  /** References of requests that staff found to be the same. They share nothing but this remark. */
  duplicates: readonly string[];
  /** Requests that belong with this one, as staff noted here. They share nothing but this remark either. */
  links: readonly RequestLink[];
  /** Out of the way of the views until that day; null when it is not, or when something woke it. */
  snooze: Snooze | null;
  /** What was looked at of what each right's list asks to look at. */
  checklist: readonly Ticked[];
  /** What systems were asked for, and what came of it. */
  tasks: readonly SystemTask[];
  /** What is to be erased and what stays, as staff planned it; null while no plan stands. */
  plan: StandingPlan | null;
  matchFailures: number;
  proofReminders: number;
  /** Since when the person knows that proof is missing, without anybody having asked; null once they wrote. */
  proofInviteOn: CalendarDate | null;
  /** Whether the person said that somebody may act for them. */
  authority: { askedOn: CalendarDate | null; confirmedOn: CalendarDate | null; deniedOn: CalendarDate | null };
  /** The letter that waits to be answered from a new address; null when none does. */
  addressChange: string | null;
  addressChangedOn: CalendarDate | null;
  pauses: readonly Pause[];
  extension: { on: CalendarDate; from: CalendarDate; to: CalendarDate } | null;
  /** The kind of reason for it; null without one, and in the oldest records. */
  extensionGround: ExtensionGround | null;
  /** The day that the person was told last, once the answer was late; it binds us, and moves no date of law. */
  delay: { on: CalendarDate; until: CalendarDate } | null;
  assignedTo: string | null;
  /** When a letter with the confirming link first left, or was found undeliverable for good. */
  invitedOn: CalendarDate | null;
  reminders: number;
  lastReminderOn: CalendarDate | null;
  /** Staff member who prepared the answer that now waits, and its id. */
  prepared: { by: string; answerId: string } | null;
  /** Files go with that answer, also after they were destroyed. */
  answerHasFiles: boolean;
  answeredOn: CalendarDate | null;
  /** Staff who prepared or released an answer that went out. */
  answeredBy: readonly string[];
  /** An answer that went out had files. Its rows stay, so the next answer is judged as one with files as well. */
  filesWentOut: boolean;
  /** Appeals, grievances and complaints, in the order in which they were opened. */
  contests: readonly Contest[];
  /** The contest that had the answer made anew, by its number; its date is the one to work to. */
  reopenedBy: number | null;
  closedOn: CalendarDate | null;
  /** The desk's own date, beside the law's; see due-notices.ts. */
  internalOn: CalendarDate | null;
  /** The date of which staff were reminded last, and how many days before it. */
  warnedFor: CalendarDate | null;
  warnedBefore: number | null;
  escalatedFor: CalendarDate | null;
  /** The person wrote after the end, and nobody at the desk answered, noted or closed since. */
  personWroteLast: boolean;
  /** Since when only the skeleton is left. */
  purgedOn: CalendarDate | null;
};

/** State at receipt: where nothing may be verified nothing is waited for, so such rights go straight to the desk. */
export function firstState(received: Pick<Received, "rights" | "channel">): State {
  return received.rights.some(({ right }) => isNeverVerified(right)) || received.channel !== "portal"
    ? "open"
    : "unconfirmed";
}

/** Folds a whole chain. Throws when the chain does not begin with the receipt: such a chain was not written by Habeas. */
export function foldRequest(chain: readonly RecordedEvent[]): RequestFacts {
  const [first, ...rest] = chain;
  if (first?.event.type !== "RequestReceived") throw new Error("a request begins with its receipt");
  return rest.reduce(applyEvent, received(first.event, first.day));
}

function received(event: Received, day: CalendarDate): RequestFacts {
  return {
    state: firstState(event),
    version: 1,
    rights: event.rights,
    outcomes: [],
    received: event,
    receivedOn: event.receivedOn ?? day,
    clockSettings: event.clockSettings ?? firstSettings,
    confirmedOn: null,
    proofs: [],
    identityAskedOn: null,
    verifiedOn: null,
    signals: [],
    duplicates: [],
    links: [],
    snooze: null,
    checklist: [],
    tasks: [],
    plan: null,
    matchFailures: 0,
    proofReminders: 0,
    proofInviteOn: null,
    authority: { askedOn: null, confirmedOn: null, deniedOn: null },
    addressChange: null,
    addressChangedOn: null,
    pauses: [],
    extension: null,
    extensionGround: null,
    delay: null,
    assignedTo: null,
    invitedOn: null,
    reminders: 0,
    lastReminderOn: null,
    prepared: null,
    answerHasFiles: false,
    answeredOn: null,
    answeredBy: [],
    filesWentOut: false,
    contests: [],
    reopenedBy: null,
    closedOn: null,
    internalOn: null,
    warnedFor: null,
    warnedBefore: null,
    escalatedFor: null,
    personWroteLast: false,
    purgedOn: null,
  };
}

export function applyEvent(
  before: RequestFacts,
  recorded: Pick<RecordedEvent, "event" | "day" | "actorId">,
): RequestFacts {
  const { event, day, actorId } = recorded;
  const facts = { ...before, version: before.version + 1 };
  if (isPlanEvent(event)) return { ...facts, plan: planAfter(facts.plan, event, { day, actorId }) };
  const after = { ...facts, ...(isTaskEvent(event) ? {} : changeOf(event, facts, day, actorId)) };
  const tasks = tasksAfter(event, facts.tasks, day);
  return { ...after, snooze: snoozeAfter(event, after), internalOn: internalDateAfter(event, after), tasks };
}

/** Who has the ball, in the words of the queue. */
export function waitingOn(state: State): "person" | "organisation" | "nobody" {
  switch (state) {
    case "unconfirmed":
    case "waiting_for_person":
      return "person";
    case "open":
    case "in_progress":
    case "answer_prepared":
      return "organisation";
    case "answered":
    case "closed":
    case "withdrawn":
    case "lapsed":
      return "nobody";
  }
}
