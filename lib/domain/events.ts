// Decides what can have happened to a request. An event is the state, the audit entry and the letter at once.
// Answers to GDPR Art. 5(2); payloads hold ids and facts, never personal data: words stand in messages, sealed.
import type { CalendarDate } from "./calendar-date";
import type { ChecklistItem } from "./checklist";
import type { ContestKind } from "./contest";
import type { ContestStepEvent } from "./contest-events";
import type { ExtensionGround } from "./extension-grounds";
import type { Step } from "./lifecycle";
import type { RegimeId } from "./regime";
import type { LinkKind } from "./request-links";
import type { Right } from "./right";
import type { RiskSignal } from "./risk-signals";
import { eventOfPlanStep, type PlanEvent } from "./systems/plan-events";
import { eventOfTaskStep, type TaskEvent } from "./systems/task-events";
import type { Demand, Level, ProofKind, Relation } from "./verification";

export type Outcome = "granted" | "partly" | "refused";
export type RightOutcome = { right: Right; outcome: Outcome; ground: string | null };
export const spokenChannels = ["telephone", "email", "post", "in_person"] as const;
export type SpokenChannel = (typeof spokenChannels)[number];
export type Channel = "portal" | SpokenChannel;

/** A right of a request and the proof it needs. */
export type AskedRight = Demand & { right: Right };

/** How a proof came about where no member of staff accepted it. */
export type ProofMeans = "hand_over" | "sign_in" | "matching" | "declaration";

/** What was shown anew before an answer was opened; see delivery.ts. */
export type DeliveryFactor = "code" | "signed_in" | "matched" | "desk_code";

export type Received = {
  type: "RequestReceived";
  rights: readonly AskedRight[];
  regimes: readonly RegimeId[];
  ruleVersions: Readonly<Partial<Record<RegimeId, string>>>;
  relation: Relation;
  country: string;
  region: string | null;
  channel: Channel;
  language: string;
  /** Sent from the person's own account: the address is confirmed by the very next event, without a letter. */
  fromAccount?: true;
  /** Brought along from another tool, by whoever stands in the organisation's record. */
  backlog?: true;
  /** Day of receipt where it lies before the day on which staff wrote it down. */
  receivedOn?: CalendarDate;
  /** The version of holidays and promise that the dates stand under. Missing in the oldest records: the first. */
  clockSettings?: number;
  /** Keyed digest of what was filed, under the request's own key: it names nobody and goes blind with the key. */
  filingDigest: string;
};

export type StepEvent =
  | TaskEvent
  | PlanEvent
  /** `account`: the organisation's own account system vouched for the address. */
  | { type: "ContactConfirmed"; by: "link" | "code" | "account" }
  | { type: "ReminderSent"; number: number }
  | { type: "RequestLapsed"; afterDays: number }
  | { type: "RequestWithdrawn" }
  /** `proof`: the files are papers that show this. */
  | { type: "MessageReceived"; messageId: string; files: number; proof?: ProofKind }
  /** `rule`: the rule of the organisation that gave it, where nobody did so by hand. */
  | { type: "RequestAssigned"; to: string | null; rule?: string }
  /** `mentions`: ids of staff who are to read it; never what it says. */
  | { type: "NoteAdded"; messageId: string; mentions?: readonly string[] }
  | { type: "MessageSent"; messageId: string }
  | { type: "WorkBegun" }
  /** `suspends` is what the asker claimed. Missing in the oldest records, whose persons were told that the clock stood still. */
  /** `beyond`: more than the policy asks; the message gives the reason. */
  | { type: "ProofAsked"; messageId: string; kind: ProofKind; suspends?: boolean; beyond?: boolean }
  | { type: "ProofAccepted"; messageId: string; kind: ProofKind; level: Level }
  | { type: "ProofRejected"; messageId: string; kind: ProofKind }
  /** The person showed it themselves. `messageId`: the declaration that was signed. */
  | { type: "ProofShown"; kind: ProofKind; level: Level; by: ProofMeans; messageId?: string }
  | { type: "MatchFailed" }
  /** The confirmed address is one that the organisation's own system knows under this name. */
  | { type: "AddressRecognised" }
  | { type: "ProofReminded"; number: number }
  | { type: "ProofLapsed"; afterDays: number }
  /** An agent had us write to the person they ask for. */
  | { type: "AuthorityAsked" }
  /** `onFile`: the address that we wrote to is known to the organisation's system, so the answer counts by itself. */
  | { type: "AuthorityConfirmed"; onFile: boolean }
  | { type: "AuthorityDenied" }
  | { type: "RisksNoted"; signals: readonly RiskSignal[]; raised: readonly AskedRight[] }
  | { type: "DuplicateNoted"; of: string }
  /** References, like a duplicate's: a remark that carries no proof, no clock and no state. */
  | { type: "RequestLinked"; to: string; as: LinkKind }
  | { type: "RequestUnlinked"; to: string }
  /** `late`: whoever did it was told that the answer is due before that day. */
  | { type: "Snoozed"; until: CalendarDate; wakeOnReply: boolean; late?: boolean }
  | { type: "Woken" }
  /** The desk's own date, before the law's; null: taken away. */
  | { type: "InternalDateSet"; on: CalendarDate | null }
  | { type: "ChecklistTicked"; right: Right; item: ChecklistItem; done: boolean }
  /** Newer holidays or another promise were taken over for this request, and with them this date. */
  | { type: "ClockSettingsAdopted"; version: number; from: CalendarDate; to: CalendarDate }
  | { type: "AddressChangeAsked"; letterId: string }
  | { type: "AddressChangeStopped"; letterId: string }
  | { type: "AddressChanged"; letterId: string }
  | { type: "DeliveryCodeGiven" }
  /** `session`: the browser in which it was shown, and the only one in which it counts. */
  | { type: "DeliveryProven"; by: readonly DeliveryFactor[]; level: Level; session?: string }
  | { type: "ClarificationAsked"; messageId: string; suspends?: boolean }
  | { type: "WorkResumed" }
  /** `ground` is the kind of reason; missing in the oldest records. */
  | { type: "DeadlineExtended"; messageId: string; from: CalendarDate; to: CalendarDate; ground?: ExtensionGround }
  /** The answer is late and the person was told a new day. It moves no date of law. `campaign`: all who were told at once. */
  | { type: "DelayTold"; messageId: string; newDate: CalendarDate; campaign?: string }
  | {
      type: "AnswerPrepared";
      answerId: string;
      outcomes: readonly RightOutcome[];
      files: readonly { id: string; digest: string }[];
    }
  | { type: "AnswerReturned"; answerId: string; messageId: string }
  | { type: "AnswerReleased"; answerId: string; outcomes: readonly RightOutcome[] }
  | { type: "RequestClosed" }
  | { type: "AnswerCollected"; fileId: string | null; session?: string }
  | ContestStepEvent
  /** The contest was right: the answer is made anew. */
  | { type: "AnswerReversed"; contest: ContestKind; messageId: string }
  | { type: "FileInspected"; fileId: string }
  /** `before`: so many days before; missing in the oldest records. `on`: the desk's own earlier date, where it was that. */
  | { type: "DueSoonNoticed"; dueOn: CalendarDate; before?: number; on?: CalendarDate }
  | { type: "OverdueEscalated"; dueOn: CalendarDate }
  | { type: "FilesDestroyed"; kind: "identity_documents" | "answer_files" | "exports"; fileIds: readonly string[] }
  /** What was destroyed, by count. After it nothing can happen to the request any more. */
  | { type: "RequestPurged"; files: number; messages: number; answers: number; letters: number }
  /** `about`: number of the event that owed it, where one request can owe several of the kind. */
  | { type: "LetterSent"; letterId: string; letter: string; about?: number }
  | { type: "LetterFailed"; letterId: string; letter: string; permanent: boolean }
  | { type: "LetterOwedAgain"; letterId: string; letter: string };

export type DomainEvent = Received | StepEvent;
export type EventType = DomainEvent["type"];

/** Which event each step becomes. */
export const eventOfStep = {
  confirm: "ContactConfirmed",
  remind: "ReminderSent",
  lapse: "RequestLapsed",
  withdraw: "RequestWithdrawn",
  write: "MessageReceived",
  assign: "RequestAssigned",
  note: "NoteAdded",
  message: "MessageSent",
  begin: "WorkBegun",
  ask_proof: "ProofAsked",
  accept_proof: "ProofAccepted",
  reject_proof: "ProofRejected",
  prove: "ProofShown",
  fail_match: "MatchFailed",
  recognise: "AddressRecognised",
  remind_proof: "ProofReminded",
  lapse_unproven: "ProofLapsed",
  ask_principal: "AuthorityAsked",
  authorise: "AuthorityConfirmed",
  disown: "AuthorityDenied",
  note_risks: "RisksNoted",
  note_duplicate: "DuplicateNoted",
  link_request: "RequestLinked",
  unlink_request: "RequestUnlinked",
  snooze: "Snoozed",
  wake: "Woken",
  set_internal_date: "InternalDateSet",
  tick_item: "ChecklistTicked",
  adopt_clock_settings: "ClockSettingsAdopted",
  ask_address_change: "AddressChangeAsked",
  stop_address_change: "AddressChangeStopped",
  change_address: "AddressChanged",
  give_delivery_code: "DeliveryCodeGiven",
  prove_delivery: "DeliveryProven",
  ask_clarification: "ClarificationAsked",
  resume: "WorkResumed",
  extend: "DeadlineExtended",
  tell_delay: "DelayTold",
  prepare: "AnswerPrepared",
  return: "AnswerReturned",
  release: "AnswerReleased",
  close: "RequestClosed",
  collect: "AnswerCollected",
  contest: "ContestOpened",
  enter_contest: "ContestEntered",
  acknowledge_contest: "ContestAcknowledged",
  extend_contest: "ContestExtended",
  decide_contest: "ContestDecided",
  reverse_answer: "AnswerReversed",
  ...eventOfTaskStep,
  ...eventOfPlanStep,
  inspect: "FileInspected",
  send_again: "LetterOwedAgain",
  warn: "DueSoonNoticed",
  escalate: "OverdueEscalated",
  warn_contest: "ContestDueSoonNoticed",
  escalate_contest: "ContestOverdueEscalated",
  destroy_files: "FilesDestroyed",
  purge: "RequestPurged",
  post_letter: "LetterSent",
  fail_letter: "LetterFailed",
} as const satisfies Record<Step, EventType>;

/** An event as it was written down. */
export type RecordedEvent = {
  id: string;
  seq: number;
  at: Date;
  day: CalendarDate;
  actorKind: string;
  actorId: string | null;
  event: DomainEvent;
  previousHash: string;
  hash: string;
};

// Somebody who saw the request before one of these happened saw everything that matters to a decision.
const immaterial: ReadonlySet<EventType> = new Set<EventType>([
  "LetterSent",
  "LetterFailed",
  "LetterOwedAgain",
  "FileInspected",
  "ReminderSent",
  "DueSoonNoticed",
  "OverdueEscalated",
  "ContestDueSoonNoticed",
  "ContestOverdueEscalated",
  "AnswerCollected",
  "FilesDestroyed",
  "ProofReminded",
  "MatchFailed",
  "DeliveryCodeGiven",
  "DeliveryProven",
  "AddressChangeAsked",
  "AddressChangeStopped",
  "RequestLinked",
  "RequestUnlinked",
  "Snoozed",
  "Woken",
  "InternalDateSet",
  "ChecklistTicked",
  "TaskAsked",
  "TaskReminded",
  "TaskFailed",
]);

export function isMaterial(type: EventType): boolean {
  return !immaterial.has(type);
}
