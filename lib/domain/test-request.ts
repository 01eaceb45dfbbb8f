// A request for tests of the domain: facts that a real chain would fold to, and the context in which a step is judged.
import { calendarDate } from "./calendar-date";
import { type DomainEvent, eventOfStep, type Received, type RecordedEvent, type StepEvent } from "./events";
import { genesis } from "./ledger";
import type { State, Step } from "./lifecycle";
import type { StepContext } from "./lifecycle-needs";
import type { SettingsVersion } from "./pinned-settings";
import { foldRequest, type RequestFacts } from "./request";
import { requestClock } from "./request-clock";

export const filedOn = calendarDate("2026-12-04");
export const handlerId = "00000000-0000-7000-8000-00000000aaaa";
export const approverId = "00000000-0000-7000-8000-00000000bbbb";

/** An access request of somebody in Germany, filed in the portal, unless told otherwise. */
export function aReceipt(given: Partial<Received> = {}): Received {
  return {
    type: "RequestReceived",
    rights: [{ right: "access", level: 2 }],
    regimes: ["eu_gdpr"],
    ruleVersions: { eu_gdpr: "2018-05-25" },
    relation: "self",
    country: "DE",
    region: null,
    channel: "portal",
    language: "en",
    filingDigest: "d".repeat(64),
    ...given,
  };
}

type Happening = { event: DomainEvent; on?: string; by?: string | null };

/** A chain as it would be loaded; hashes are not looked at by the fold. Each entry is a day later unless told otherwise. */
export function aChain(...happenings: readonly (DomainEvent | Happening)[]): RecordedEvent[] {
  return happenings.map((happening, place) => {
    const { event, on, by } = "event" in happening ? happening : { event: happening };
    return {
      id: `event-${place + 1}`,
      seq: place + 1,
      at: new Date(`${on ?? filedOn}T10:00:00Z`),
      day: calendarDate(on ?? filedOn),
      actorKind: by ? "staff" : "person",
      actorId: by ?? null,
      event,
      previousHash: genesis,
      hash: "f".repeat(64),
    };
  });
}

export function someFacts(given: Partial<RequestFacts> = {}): RequestFacts {
  return { ...foldRequest(aChain(given.received ?? aReceipt())), ...given };
}

const access = [{ right: "access", outcome: "granted", ground: null }] as const;

const anEvent: { [Type in StepEvent["type"]]: Extract<StepEvent, { type: Type }> } = {
  ContactConfirmed: { type: "ContactConfirmed", by: "link" },
  ReminderSent: { type: "ReminderSent", number: 1 },
  RequestLapsed: { type: "RequestLapsed", afterDays: 30 },
  RequestWithdrawn: { type: "RequestWithdrawn" },
  MessageReceived: { type: "MessageReceived", messageId: "m", files: 0 },
  RequestAssigned: { type: "RequestAssigned", to: handlerId },
  NoteAdded: { type: "NoteAdded", messageId: "m" },
  MessageSent: { type: "MessageSent", messageId: "m" },
  WorkBegun: { type: "WorkBegun" },
  ProofAsked: { type: "ProofAsked", messageId: "m", kind: "document_checked", suspends: true },
  ProofAccepted: { type: "ProofAccepted", messageId: "m", kind: "address_on_file", level: 2 },
  ProofRejected: { type: "ProofRejected", messageId: "m", kind: "document_checked" },
  ProofShown: { type: "ProofShown", kind: "data_points_matched", level: 2, by: "matching" },
  MatchFailed: { type: "MatchFailed" },
  AddressRecognised: { type: "AddressRecognised" },
  ProofReminded: { type: "ProofReminded", number: 1 },
  ProofLapsed: { type: "ProofLapsed", afterDays: 30 },
  AuthorityAsked: { type: "AuthorityAsked" },
  AuthorityConfirmed: { type: "AuthorityConfirmed", onFile: true },
  AuthorityDenied: { type: "AuthorityDenied" },
  RisksNoted: { type: "RisksNoted", signals: ["agent_volume"], raised: [] },
  ClockSettingsAdopted: {
    type: "ClockSettingsAdopted",
    version: 2,
    from: calendarDate("2027-01-04"),
    to: calendarDate("2027-01-03"),
  },
  DuplicateNoted: { type: "DuplicateNoted", of: "H4K2-9QTM-P" },
  RequestLinked: { type: "RequestLinked", to: "H4K2-9QTM-P", as: "same_person" },
  RequestUnlinked: { type: "RequestUnlinked", to: "H4K2-9QTM-P" },
  Snoozed: { type: "Snoozed", until: calendarDate("2026-12-14"), wakeOnReply: true },
  Woken: { type: "Woken" },
  InternalDateSet: { type: "InternalDateSet", on: calendarDate("2026-12-20") },
  ChecklistTicked: { type: "ChecklistTicked", right: "access", item: "all_systems_searched", done: true },
  TasksOpened: {
    type: "TasksOpened",
    tasks: [
      { task: "t", system: "billing", verb: "export", categories: ["billing"], dueOn: calendarDate("2026-12-14") },
    ],
  },
  TaskAsked: { type: "TaskAsked", task: "t" },
  TaskReminded: { type: "TaskReminded", task: "t", number: 1 },
  TaskFailed: { type: "TaskFailed", task: "t", why: "unreachable" },
  TaskAskedAgain: { type: "TaskAskedAgain", task: "t" },
  TaskAnswered: { type: "TaskAnswered", task: "t", answer: "not_found", counts: {}, files: [] },
  TaskCancelled: { type: "TaskCancelled", task: "t" },
  ErasurePlanned: { type: "ErasurePlanned", known: {}, identifiers: {}, lines: [], holes: [] },
  ErasurePlanReturned: { type: "ErasurePlanReturned", messageId: "m" },
  ErasurePlanReleased: { type: "ErasurePlanReleased", effectsFrom: calendarDate("2026-12-07") },
  ErasureBegun: { type: "ErasureBegun" },
  AddressChangeAsked: { type: "AddressChangeAsked", letterId: "l" },
  AddressChangeStopped: { type: "AddressChangeStopped", letterId: "l" },
  AddressChanged: { type: "AddressChanged", letterId: "l" },
  DeliveryCodeGiven: { type: "DeliveryCodeGiven" },
  DeliveryProven: { type: "DeliveryProven", by: ["code"], level: 2 },
  ClarificationAsked: { type: "ClarificationAsked", messageId: "m", suspends: false },
  WorkResumed: { type: "WorkResumed" },
  DeadlineExtended: {
    type: "DeadlineExtended",
    messageId: "m",
    from: calendarDate("2027-01-04"),
    to: calendarDate("2027-03-04"),
  },
  DelayTold: { type: "DelayTold", messageId: "m", newDate: calendarDate("2027-02-01") },
  AnswerPrepared: { type: "AnswerPrepared", answerId: "a", outcomes: access, files: [] },
  AnswerReturned: { type: "AnswerReturned", answerId: "a", messageId: "m" },
  AnswerReleased: { type: "AnswerReleased", answerId: "a", outcomes: access },
  RequestClosed: { type: "RequestClosed" },
  AnswerCollected: { type: "AnswerCollected", fileId: null },
  ContestOpened: { type: "ContestOpened", contest: "complaint", regimes: ["uk_gdpr"], messageId: "m" },
  ContestEntered: {
    type: "ContestEntered",
    contest: "complaint",
    regimes: ["uk_gdpr"],
    messageId: "m",
    channel: "telephone",
  },
  ContestAcknowledged: { type: "ContestAcknowledged", contest: "complaint" },
  ContestExtended: {
    type: "ContestExtended",
    contest: "complaint",
    messageId: "m",
    from: calendarDate("2027-01-18"),
    to: calendarDate("2027-03-19"),
  },
  ContestDecided: { type: "ContestDecided", contest: "complaint", outcome: "denied", messageId: "m" },
  AnswerReversed: { type: "AnswerReversed", contest: "complaint", messageId: "m" },
  FileInspected: { type: "FileInspected", fileId: "f" },
  DueSoonNoticed: { type: "DueSoonNoticed", dueOn: calendarDate("2027-01-04") },
  OverdueEscalated: { type: "OverdueEscalated", dueOn: calendarDate("2027-01-04") },
  ContestDueSoonNoticed: { type: "ContestDueSoonNoticed", contest: "complaint", dueOn: calendarDate("2027-01-04") },
  ContestOverdueEscalated: { type: "ContestOverdueEscalated", contest: "complaint", dueOn: calendarDate("2027-01-04") },
  FilesDestroyed: { type: "FilesDestroyed", kind: "identity_documents", fileIds: ["f"] },
  RequestPurged: { type: "RequestPurged", files: 1, messages: 2, answers: 1, letters: 3 },
  LetterSent: { type: "LetterSent", letterId: "l", letter: "received" },
  LetterFailed: { type: "LetterFailed", letterId: "l", letter: "received", permanent: true },
  LetterOwedAgain: { type: "LetterOwedAgain", letterId: "l", letter: "received" },
};

/** One plausible event of each kind. */
export function eventOf<Type extends StepEvent["type"]>(type: Type): (typeof anEvent)[Type] {
  return anEvent[type];
}
export function eventAfter(step: Step): StepEvent {
  return anEvent[eventOfStep[step]];
}

/** A promise of 30 days and no holiday, as the first version. */
export function someSettings(given: Partial<SettingsVersion> = {}): SettingsVersion {
  const from = new Date(`${filedOn}T00:00:00Z`);
  return { version: 1, from, promiseDays: 30, holidays: new Set(), regimes: ["eu_gdpr"], ...given };
}

/** What a step is judged by: a handler, with words, on the day of filing, and a promise of 30 days. */
export function aContext(given: Partial<StepContext> = {}): StepContext {
  const facts = given.facts ?? someFacts();
  return {
    facts,
    actor: { kind: "staff", organisationId: "o", staffId: handlerId, roles: ["handler"] },
    words: "Because.",
    until: null,
    late: false,
    internalOn: undefined,
    kind: null,
    beyond: null,
    contest: null,
    verdict: null,
    takenDown: null,
    toldBy: null,
    freshLevel: 0,
    outcomes: [],
    withFiles: false,
    clock: requestClock(facts, someSettings()),
    tasks: [],
    settings: { pinned: someSettings(), newest: someSettings() },
    adopting: null,
    policy: {
      unconfirmedAfterDays: 30,
      remindAfterDays: [3, 14],
      dueSoonDays: 7,
      remindBeforeDueDays: [7],
      requestRetentionMonths: 24,
      regimes: ["eu_gdpr"],
    },
    today: filedOn,
    ...given,
  };
}

export function inState(state: State, given: Partial<RequestFacts> = {}): RequestFacts {
  return someFacts({ state, ...given });
}
