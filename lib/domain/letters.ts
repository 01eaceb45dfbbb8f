// Decides who is told what. Every event has its line here; adding an event without one breaks the build.
// Answers to GDPR Art. 12(3)–(4): receipt, extension with reasons, refusal with remedies, never silence.
import type { DomainEvent, EventType } from "./events";
import type { State } from "./lifecycle";

export const personLetters = [
  "confirm_address",
  "received",
  "confirmation_reminder",
  "need_more",
  "extended",
  "delayed",
  "new_message",
  "answer_ready",
  "refused",
  "withdrawn",
  "lapsed",
  "fresh_link",
  "proof_reminder",
  "unproven",
  "confirm_agent",
  "confirm_new_address",
  "address_change_asked",
  "address_changed",
  "delivery_code",
  "contest_received",
  "contest_extended",
  "contest_decided",
  "date_moved",
  "erasure_planned",
] as const;
export const staffLetters = [
  "staff_new_request",
  "staff_person_replied",
  "staff_due_soon",
  "staff_overdue",
  "staff_mentioned",
  "staff_nobody_there",
  "staff_weekly",
] as const;

/** To whoever answers for a system. `owner_code` opens the page that the link of the others leads to. */
export const ownerLetters = ["owner_task", "owner_reminder", "owner_code"] as const;
export type OwnerLetter = (typeof ownerLetters)[number];

/** One letter to each reader about all requests that the same sweep noticed: many of them would be noise. */
export const gatheredLetters = ["staff_due_soon", "staff_overdue"] as const satisfies readonly StaffLetter[];
export type GatheredLetter = (typeof gatheredLetters)[number];

export function isGathered(kind: LetterKind): kind is GatheredLetter {
  return gatheredLetters.some((one) => one === kind);
}

/** The letter of the week (weekly-letter.ts): the calendar owes it, and no event. */
export type WeeklyLetter = Extract<StaffLetter, "staff_weekly">;

export type PersonLetter = (typeof personLetters)[number];
export type StaffLetter = (typeof staffLetters)[number];
export type LetterKind = PersonLetter | StaffLetter | OwnerLetter;

/** Who on the staff side gets a letter: the assignee (or, without one, the handlers), the handlers and the DPO, or whom a note names. `deciders`: whoever may decide a contest, never whom four eyes keep from it. */
export type StaffAudience = "owner" | "owner_and_dpo" | "mentioned" | "deciders";

export type Notice = { person: readonly PersonLetter[]; staff: readonly { letter: StaffLetter; to: StaffAudience }[] };

const nobody: Notice = { person: [], staff: [] };
function tell(...person: PersonLetter[]): Notice {
  return { person, staff: [] };
}
function tellStaff(letter: StaffLetter, to: StaffAudience): Notice {
  return { person: [], staff: [{ letter, to }] };
}

/** The notice each event owes. A received request that needs no confirmation, and a refusal, are told apart in `noticeOf`. */
export const notices = {
  RequestReceived: tell("confirm_address"),
  ContactConfirmed: { person: ["received"], staff: [{ letter: "staff_new_request", to: "owner" }] },
  ReminderSent: tell("confirmation_reminder"),
  RequestLapsed: tell("lapsed"),
  RequestWithdrawn: tell("withdrawn"),
  MessageReceived: tellStaff("staff_person_replied", "owner"),
  RequestAssigned: nobody,
  NoteAdded: tellStaff("staff_mentioned", "mentioned"),
  MessageSent: tell("new_message"),
  WorkBegun: nobody,
  ProofAsked: tell("need_more"),
  ProofAccepted: nobody,
  ProofRejected: tell("new_message"),
  ProofShown: tellStaff("staff_person_replied", "owner"),
  MatchFailed: nobody,
  AddressRecognised: nobody,
  ProofReminded: tell("proof_reminder"),
  ProofLapsed: tell("unproven"),
  // The person that the agent asks for, the new address and the old one are written to by the command: only it knows them.
  AuthorityAsked: nobody,
  AuthorityConfirmed: tellStaff("staff_person_replied", "owner"),
  AuthorityDenied: tellStaff("staff_person_replied", "owner_and_dpo"),
  RisksNoted: nobody,
  DuplicateNoted: nobody,
  RequestLinked: nobody,
  RequestUnlinked: nobody,
  Snoozed: nobody,
  Woken: nobody,
  InternalDateSet: nobody,
  ChecklistTicked: nobody,
  ClockSettingsAdopted: tell("date_moved"),
  // Owners of systems are written to by the command: it alone knows who they are.
  TasksOpened: nobody,
  TaskAsked: nobody,
  TaskReminded: nobody,
  TaskFailed: nobody,
  TaskAskedAgain: nobody,
  TaskAnswered: nobody,
  TaskCancelled: nobody,
  ErasurePlanned: nobody,
  ErasurePlanReturned: nobody,
  ErasurePlanReleased: tell("erasure_planned"),
  ErasureBegun: nobody,
  AddressChangeAsked: tell("address_change_asked"),
  AddressChangeStopped: tellStaff("staff_person_replied", "owner_and_dpo"),
  AddressChanged: nobody,
  DeliveryCodeGiven: nobody,
  DeliveryProven: nobody,
  ClarificationAsked: tell("need_more"),
  WorkResumed: nobody,
  DeadlineExtended: tell("extended"),
  DelayTold: tell("delayed"),
  AnswerPrepared: nobody,
  AnswerReturned: nobody,
  AnswerReleased: tell("answer_ready"),
  RequestClosed: nobody,
  AnswerCollected: nobody,
  ContestOpened: { person: ["contest_received"], staff: [{ letter: "staff_person_replied", to: "owner_and_dpo" }] },
  ContestEntered: { person: ["contest_received"], staff: [{ letter: "staff_person_replied", to: "owner_and_dpo" }] },
  ContestAcknowledged: tell("contest_received"),
  ContestExtended: tell("contest_extended"),
  ContestDecided: tell("contest_decided"),
  AnswerReversed: tell("contest_decided"),
  FileInspected: nobody,
  DueSoonNoticed: tellStaff("staff_due_soon", "owner"),
  OverdueEscalated: tellStaff("staff_overdue", "owner_and_dpo"),
  ContestDueSoonNoticed: tellStaff("staff_due_soon", "deciders"),
  ContestOverdueEscalated: tellStaff("staff_overdue", "deciders"),
  FilesDestroyed: nobody,
  RequestPurged: nobody,
  LetterSent: nobody,
  LetterFailed: nobody,
  LetterOwedAgain: nobody,
} as const satisfies Record<EventType, Notice>;

/**
 * What an event owes, with the cases that depend on the facts: a request that needs no confirmation is received
 * at once; a second confirmation is nothing new; an answer that grants nothing is a refusal.
 */
export function noticeOf(event: DomainEvent, before: State | null, after: State): Notice {
  // Whoever asked months ago by another way gets no letter of receipt now; the next word to them is the desk's own.
  if (event.type === "RequestReceived" && event.backlog) return nobody;
  // The account vouches for the address in the same breath: that event tells everybody, and there is nothing to confirm.
  if (event.type === "RequestReceived" && event.fromAccount && after === "unconfirmed") return nobody;
  // Whoever takes up an open request finds the proof there; only those who wait for it have to hear of it.
  if (event.type === "ProofShown" && before === "open") return nobody;
  if (event.type === "RequestReceived" && after === "open") {
    const confirm = event.rights.some(({ level }) => level > 0) && event.channel === "portal" && !event.fromAccount;
    return { person: [confirm ? "confirm_address" : "received"], staff: notices.ContactConfirmed.staff };
  }
  if (event.type === "ContactConfirmed" && before !== "unconfirmed") return nobody;
  // Nothing about a contest goes to an address that nobody showed to be theirs: staff confirm it by another way.
  if (event.type === "ContestEntered" && event.unwritten) return { ...notices.ContestEntered, person: [] };
  if (event.type === "ContestAcknowledged" && event.by) return nobody;
  if (event.type === "AnswerReleased" && event.outcomes.every(({ outcome }) => outcome === "refused"))
    return tell("refused");
  return notices[event.type];
}
