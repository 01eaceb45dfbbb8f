// Decides what each event changes about a request; request.ts folds them.
// Answers to GDPR Art. 5(2): whoever doubts a state reads here what made it.
import type { CalendarDate } from "./calendar-date";
import { withTick } from "./checklist";
import { openContest } from "./contest";
import { contestsAfter, toldThatItArrived } from "./contest-change";
import { isAboutContest } from "./contest-events";
import { noticed } from "./due-notices";
import type { DomainEvent } from "./events";
import { endedStates } from "./lifecycle";
import type { RequestFacts } from "./request";
import { arrivalOf, backToWork, reopened, shown, waiting, withProof } from "./request-moves";
import type { PlanEvent } from "./systems/plan-events";
import type { TaskEvent } from "./systems/task-events";
import { authorityKinds } from "./verification";

// Exhaustive on purpose: a new event that nobody folds breaks the build.
export function changeOf(
  event: Exclude<DomainEvent, TaskEvent | PlanEvent>,
  facts: RequestFacts,
  day: CalendarDate,
  actorId: string | null,
): Partial<RequestFacts> {
  if (isAboutContest(event)) return { contests: contestsAfter(event, facts, day) };
  switch (event.type) {
    case "RequestReceived":
      throw new Error("a request is received once");
    case "ContactConfirmed":
      return {
        ...(facts.state === "unconfirmed" ? { state: "open" } : {}),
        ...(facts.state === "lapsed" ? reopened(facts, day) : {}),
        ...(facts.confirmedOn === null ? { proofInviteOn: day } : {}),
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
        // Words after a lapse open the request again: nobody is left with a letter that nobody answers.
        ...(facts.state === "lapsed" ? reopened(facts, day) : {}),
        // What they wrote or sent waits for staff, who alone say whether it is enough.
        proofInviteOn: null,
        personWroteLast: endedStates.includes(facts.state) && facts.state !== "lapsed",
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
        // Each demand has its own reminders.
        proofReminders: 0,
      };
    case "ClarificationAsked":
      return waiting(facts, day, { ground: "clarification", suspends: event.suspends ?? true });
    case "ProofAccepted":
      return shown(facts, event.kind, day);
    case "ProofShown":
      return {
        ...shown(facts, event.kind, day),
        ...(facts.state === "lapsed" ? reopened(facts, day) : {}),
      };
    case "AddressRecognised":
      return {
        proofs: withProof(facts, "address_on_file", day),
        verifiedOn: facts.verifiedOn ?? arrivalOf(facts, day),
      };
    case "MatchFailed":
      return { matchFailures: facts.matchFailures + 1 };
    case "ProofReminded":
      return { proofReminders: event.number };
    case "ProofLapsed":
      return { state: "lapsed", closedOn: day };
    case "AuthorityAsked":
      return { authority: { ...facts.authority, askedOn: day } };
    case "AuthorityConfirmed":
      return {
        ...(event.onFile ? shown(facts, "confirmed_by_person", day) : {}),
        ...(facts.state === "waiting_for_person" ? backToWork(facts, day) : {}),
        authority: { ...facts.authority, confirmedOn: day },
        proofInviteOn: null,
      };
    case "AuthorityDenied":
      // Whatever papers the agent showed: the person says that they did not ask for this.
      return {
        // Nothing that is waited for can come now: staff decide.
        ...(facts.state === "waiting_for_person" ? backToWork(facts, day) : {}),
        proofInviteOn: null,
        authority: { ...facts.authority, deniedOn: day },
        proofs: facts.proofs.filter(({ kind }) => !authorityKinds.includes(kind)),
      };
    case "RisksNoted":
      return {
        // Whoever showed enough and is now asked for more has the whole time for it.
        ...(facts.proofInviteOn !== null && event.raised.length > 0 ? { proofInviteOn: day, proofReminders: 0 } : {}),
        signals: [...new Set([...facts.signals, ...event.signals])],
        rights: facts.rights.map((asked) => event.raised.find(({ right }) => right === asked.right) ?? asked),
      };
    case "DuplicateNoted":
      return { duplicates: [...facts.duplicates, event.of] };
    case "RequestLinked":
      return { links: [...facts.links, { to: event.to, as: event.as }] };
    case "RequestUnlinked":
      return { links: facts.links.filter(({ to }) => to !== event.to) };
    case "ChecklistTicked":
      return { checklist: withTick(facts.checklist, event) };
    case "ClockSettingsAdopted":
      return { clockSettings: event.version };
    case "AddressChangeAsked":
      return { addressChange: event.letterId };
    case "AddressChangeStopped":
      return { addressChange: null };
    case "AddressChanged":
      // Nothing that was shown before says who reads the new mailbox (ATK-I3).
      return {
        addressChange: null,
        addressChangedOn: day,
        confirmedOn: day,
        proofInviteOn: day,
        proofReminders: 0,
        verifiedOn: null,
        proofs: [{ kind: "contact_confirmed", on: day }],
        // Nor does a yes that was given for whoever read the old one. A no is about the asking itself, and stays.
        authority: { ...facts.authority, askedOn: null, confirmedOn: null },
      };
    // What is out of the way stands in snooze.ts, the desk's own date in internal-date.ts.
    case "Snoozed":
    case "Woken":
    case "InternalDateSet":
    case "DeliveryCodeGiven":
    case "DeliveryProven":
      return {};
    case "ProofRejected":
      // What was accepted and then found wrong is no proof any more.
      return { proofs: facts.proofs.filter(({ kind }) => kind !== event.kind) };
    case "WorkResumed":
      return backToWork(facts, day, { unanswered: true });
    case "DeadlineExtended":
      return {
        extension: { on: day, from: event.from, to: event.to },
        extensionGround: event.ground ?? null,
      };
    case "DelayTold":
      return { delay: { on: day, until: event.newDate } };
    case "AnswerPrepared":
      return {
        state: "answer_prepared",
        outcomes: event.outcomes,
        prepared: { by: actorId ?? "", answerId: event.answerId },
        answerHasFiles: event.files.length > 0 || facts.filesWentOut,
      };
    case "AnswerReturned":
      return { state: "in_progress", outcomes: [], prepared: null, answerHasFiles: facts.filesWentOut };
    case "AnswerReleased":
      return {
        state: "answered",
        answeredOn: day,
        answeredBy: [...new Set([...facts.answeredBy, facts.prepared?.by, actorId].flatMap((id) => id || []))],
        filesWentOut: facts.answerHasFiles,
      };
    case "AnswerReversed":
      // What was granted counts no more until a second person releases the new answer; whatever went out stays out.
      return {
        state: "in_progress",
        answeredOn: null,
        closedOn: null,
        outcomes: [],
        prepared: null,
        reopenedBy: openContest(facts, event.contest)?.seq ?? null,
        contests: contestsAfter(event, facts, day),
      };
    case "RequestClosed":
      return { state: "closed", closedOn: day, personWroteLast: false };
    case "DueSoonNoticed":
    case "OverdueEscalated":
      return noticed(event);
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
      return {
        invitedOn: facts.invitedOn ?? (isInvitation(event.letter) ? day : null),
        ...(event.letter === "contest_received" ? { contests: toldThatItArrived(facts, event, day) } : {}),
      };
    case "LetterFailed":
      return { invitedOn: facts.invitedOn ?? (event.permanent && isInvitation(event.letter) ? day : null) };
  }
}

function isInvitation(letter: string): boolean {
  return letter === "confirm_address" || letter === "confirmation_reminder";
}
