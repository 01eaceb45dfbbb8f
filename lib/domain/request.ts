// Decides what a request is at any moment: the fold of its events and nothing else.
// Answers to GDPR Art. 5(2): the state can be recomputed from the record by anyone who doubts it.
import type { CalendarDate } from "./calendar-date";
import type { Pause } from "./clock";
import type { DomainEvent, Received, RecordedEvent, RightOutcome } from "./events";
import { endedStates, liveStates, type State } from "./lifecycle";
import type { Right } from "./right";
import { isNeverVerified, type Level, levelHeld, type ProofKind } from "./verification";

export type RequestFacts = {
  state: State;
  /** Number of events; a save that finds another number lost the race. */
  version: number;
  rights: readonly { right: Right; level: Level }[];
  outcomes: readonly RightOutcome[];
  received: Received;
  receivedOn: CalendarDate;
  confirmedOn: CalendarDate | null;
  proofs: readonly { kind: ProofKind; on: CalendarDate }[];
  /** Latest open demand for proof, and when the last such demand was met. */
  identityAskedOn: CalendarDate | null;
  verifiedOn: CalendarDate | null;
  pauses: readonly Pause[];
  extension: { on: CalendarDate; from: CalendarDate; to: CalendarDate } | null;
  assignedTo: string | null;
  /** When a letter with the confirming link first left, or was found undeliverable for good. */
  invitedOn: CalendarDate | null;
  reminders: number;
  lastReminderOn: CalendarDate | null;
  /** Staff member who prepared the answer that now waits, and its id. */
  prepared: { by: string; answerId: string } | null;
  answeredOn: CalendarDate | null;
  closedOn: CalendarDate | null;
  warnedFor: CalendarDate | null;
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
    confirmedOn: null,
    proofs: [],
    identityAskedOn: null,
    verifiedOn: null,
    pauses: [],
    extension: null,
    assignedTo: null,
    invitedOn: null,
    reminders: 0,
    lastReminderOn: null,
    prepared: null,
    answeredOn: null,
    closedOn: null,
    warnedFor: null,
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
  return { ...facts, ...changeOf(event, facts, day, actorId) };
}

// Exhaustive on purpose: a new event that nobody folds breaks the build.
function changeOf(
  event: DomainEvent,
  facts: RequestFacts,
  day: CalendarDate,
  actorId: string | null,
): Partial<RequestFacts> {
  switch (event.type) {
    case "RequestReceived":
      throw new Error("a request is received once");
    case "ContactConfirmed":
      return {
        state: facts.state === "unconfirmed" || facts.state === "lapsed" ? "open" : facts.state,
        closedOn: null,
        confirmedOn: facts.confirmedOn ?? day,
        proofs: withProof(facts, "contact_confirmed", day),
      };
    case "ReminderSent":
      return { reminders: event.number, lastReminderOn: day };
    case "RequestLapsed":
      return { state: "lapsed", closedOn: day };
    case "RequestWithdrawn":
      return { state: "withdrawn", closedOn: day };
    case "MessageReceived":
      return {
        ...(facts.state === "waiting_for_person" ? backToWork(facts, day) : {}),
        personWroteLast: endedStates.includes(facts.state),
      };
    case "RequestAssigned":
      return { assignedTo: event.to };
    case "WorkBegun":
      return { state: "in_progress", assignedTo: facts.assignedTo ?? actorId };
    case "ProofAsked":
      return {
        ...waiting(facts, day, { ground: "identity", suspends: event.suspends ?? true }),
        identityAskedOn: day,
        verifiedOn: null,
      };
    case "ClarificationAsked":
      return waiting(facts, day, { ground: "clarification", suspends: event.suspends ?? true });
    case "ProofAccepted":
      return {
        ...(facts.state === "waiting_for_person" ? backToWork(facts, day) : {}),
        proofs: withProof(facts, event.kind, day),
        verifiedOn: facts.verifiedOn ?? arrivalOf(facts, day),
      };
    case "ProofRejected":
      // What was accepted and then found wrong is no proof any more.
      return { proofs: facts.proofs.filter(({ kind }) => kind !== event.kind) };
    case "WorkResumed":
      return backToWork(facts, day, { unanswered: true });
    case "DeadlineExtended":
      return { extension: { on: day, from: event.from, to: event.to } };
    case "AnswerPrepared":
      return {
        state: "answer_prepared",
        outcomes: event.outcomes,
        prepared: { by: actorId ?? "", answerId: event.answerId },
      };
    case "AnswerReturned":
      return { state: "in_progress", outcomes: [], prepared: null };
    case "AnswerReleased":
      return { state: "answered", answeredOn: day };
    case "RequestClosed":
      return { state: "closed", closedOn: day, personWroteLast: false };
    case "DueSoonNoticed":
      return { warnedFor: event.dueOn };
    case "OverdueEscalated":
      return { escalatedFor: event.dueOn };
    case "NoteAdded":
    case "MessageSent":
      return { personWroteLast: false };
    case "RequestPurged":
      return { purgedOn: day };
    case "AnswerCollected":
    case "FileInspected":
    case "FilesDestroyed":
    case "LetterOwedAgain":
      return {};
    case "LetterSent":
      return { invitedOn: facts.invitedOn ?? (isInvitation(event.letter) ? day : null) };
    case "LetterFailed":
      return { invitedOn: facts.invitedOn ?? (event.permanent && isInvitation(event.letter) ? day : null) };
  }
}

function isInvitation(letter: string): boolean {
  return letter === "confirm_address" || letter === "confirmation_reminder";
}

function withProof(facts: RequestFacts, kind: ProofKind, on: CalendarDate) {
  return facts.proofs.some((proof) => proof.kind === kind) ? facts.proofs : [...facts.proofs, { kind, on }];
}

/** The day the identity information came in: when the ball came back, not when staff got round to accepting it. */
function arrivalOf(facts: RequestFacts, day: CalendarDate): CalendarDate | null {
  if (facts.identityAskedOn === null) return null;
  return facts.pauses.findLast(({ ground }) => ground === "identity")?.to ?? day;
}

function waiting(
  facts: RequestFacts,
  from: CalendarDate,
  why: Pick<Pause, "ground" | "suspends">,
): Partial<RequestFacts> {
  return { state: "waiting_for_person", pauses: [...facts.pauses, { from, to: null, ...why }] };
}

/** Whatever brought the ball back ends the open pause that day: the earlier reading is the safe one. */
function backToWork(facts: RequestFacts, to: CalendarDate, how: Pick<Pause, "unanswered"> = {}): Partial<RequestFacts> {
  return {
    state: "in_progress",
    pauses: facts.pauses.map((pause) => (pause.to === null ? { ...pause, to, ...how } : pause)),
  };
}

export function levelHeldBy(facts: RequestFacts): Level {
  return levelHeld(
    facts.proofs.map(({ kind }) => kind),
    facts.received.relation,
  );
}

/** Proof was asked for and is still missing, or what came is not enough: files that come now are identity papers. */
export function awaitsProof(facts: RequestFacts): boolean {
  if (!liveStates.includes(facts.state) || facts.identityAskedOn === null) return false;
  return facts.verifiedOn === null || levelHeldBy(facts) < levelNeededBy(facts);
}

/** The highest level that any right of the request needs. */
export function levelNeededBy(facts: Pick<RequestFacts, "rights">): Level {
  return Math.max(0, ...facts.rights.map(({ level }) => level)) as Level;
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
