import { letterNames } from "@/components/console/letter-names";
import { rightList, rightNames } from "@/components/console/right-names";
import { calendarDayText } from "@/components/ui/calendar-day";
import { checklistItems } from "@/lib/domain/checklist";
import type { ContestKind } from "@/lib/domain/contest";
import type { DeliveryFactor, DomainEvent, ProofMeans, RightOutcome } from "@/lib/domain/events";
import { type ExtensionGround, extensionGrounds } from "@/lib/domain/extension-grounds";
import { riskSignals } from "@/lib/domain/risk-signals";
import { isPlanEvent } from "@/lib/domain/systems/plan-events";
import { isTaskEvent } from "@/lib/domain/systems/task-events";
import { proofKinds } from "@/lib/domain/verification";
import { planSentence } from "./plan-sentence";
import { taskSentence } from "./task-sentence";

export const channelWords = {
  portal: "in the portal",
  telephone: "by telephone",
  email: "by e-mail",
  post: "by post",
  in_person: "in person",
} as const;

const confirmedBy = { link: "the link", code: "the typed code", account: "the organisation's own account" } as const;
const meansWords: Readonly<Record<ProofMeans, string>> = {
  hand_over: "coming from their account",
  sign_in: "signing in",
  matching: "typing data points",
  declaration: "signing",
};
const factorWords: Readonly<Record<DeliveryFactor, string>> = {
  code: "a fresh code",
  signed_in: "a fresh sign-in",
  matched: "data points",
  desk_code: "a code given by another way",
};

export const linkWords = { same_person: "the same person", related: "related" } as const;

const outcomeWords = { granted: "granted", partly: "granted in part", refused: "refused" } as const;

export function outcomeList(outcomes: readonly RightOutcome[]): string {
  return outcomes.map(({ right, outcome }) => `${rightNames[right].toLowerCase()} ${outcomeWords[outcome]}`).join(", ");
}

function isKnown(kind: string): kind is keyof typeof letterNames {
  return Object.hasOwn(letterNames, kind);
}
export function letterName(kind: string): string {
  return isKnown(kind) ? letterNames[kind] : kind.replaceAll("_", " ");
}

/** What happened, as a sentence. The switch is exhaustive: a new event without a sentence breaks the build. */
export function eventSentence(event: DomainEvent, nameOf: (staffId: string) => string): string {
  if (isPlanEvent(event)) return planSentence(event);
  if (isTaskEvent(event)) return taskSentence(event, nameOf);
  switch (event.type) {
    case "RequestReceived":
      return `Received ${channelWords[event.channel]}: ${rightList(event.rights.map(({ right }) => right)).toLowerCase()}${event.backlog ? "; brought along from another tool, without a letter" : ""}`;
    case "ContactConfirmed":
      return `Address confirmed by ${confirmedBy[event.by]}`;
    case "ReminderSent":
      return `Reminder ${event.number} to confirm the address`;
    case "RequestLapsed":
      return `Lapsed: the address was not confirmed in ${event.afterDays} days`;
    case "RequestWithdrawn":
      return "Withdrawn by the person";
    case "MessageReceived":
      return event.files > 0 ? `The person wrote, with ${event.files} attached` : "The person wrote";
    case "RequestAssigned":
      if (event.to === null) return "Assigned to nobody";
      return `Assigned to ${nameOf(event.to)}${event.rule ? ` by rule “${nameOf(event.rule)}”` : ""}`;
    case "NoteAdded":
      return event.mentions ? `Note added, mentioning ${event.mentions.map(nameOf).join(", ")}` : "Note added";
    case "MessageSent":
      return "Wrote to the person";
    case "WorkBegun":
      return "Work begun";
    case "ProofAsked":
      return `Proof asked for: ${proofKinds[event.kind].words.toLowerCase()}${event.beyond ? ", more than the policy asks, with a reason" : ""}${claimed(event.suspends)}`;
    case "ProofAccepted":
      return `Proof accepted: ${proofKinds[event.kind].words.toLowerCase()} (level ${event.level})`;
    case "ProofRejected":
      return `Proof rejected: ${proofKinds[event.kind].words.toLowerCase()}`;
    case "ProofShown":
      return `Shown by the person, ${meansWords[event.by]}: ${proofKinds[event.kind].words.toLowerCase()} (level ${event.level})`;
    case "MatchFailed":
      return "Data points were typed that did not match";
    case "AddressRecognised":
      return "The organisation's system knows the confirmed address under this name (level 2)";
    case "ProofReminded":
      return `Reminder ${event.number} that proof is missing`;
    case "ProofLapsed":
      return `Lapsed: the proof that was asked for did not come in ${event.afterDays} days`;
    case "AuthorityAsked":
      return "The agent had us ask the person";
    case "AuthorityConfirmed":
      return `The person said that the agent may act${event.onFile ? "; the address is on file" : ". Check that the address is on file, then accept it"}`;
    case "AuthorityDenied":
      return "The person said that they asked nobody to act for them";
    case "RisksNoted":
      return `Noticed: ${event.signals.map((signal) => riskSignals[signal].words.toLowerCase()).join("; ")}${event.raised.length > 0 ? ". More proof is needed" : ""}`;
    case "DuplicateNoted":
      return `Noted as a duplicate of ${event.of}; nothing is shared between them`;
    case "RequestLinked":
      return `Linked to ${event.to}: ${linkWords[event.as]}`;
    case "RequestUnlinked":
      return `Link to ${event.to} taken away`;
    case "Snoozed":
      return `Snoozed until ${calendarDayText(event.until)}${event.wakeOnReply ? ", or until the person writes" : ""}${event.late ? ", knowing that the answer is due before" : ""}`;
    case "Woken":
      return "Woken";
    case "InternalDateSet":
      return event.on ? `Our own date set: ${calendarDayText(event.on)}` : "Our own date taken away";
    case "ChecklistTicked":
      return `${event.done ? "Ticked" : "Tick taken back"}: ${checklistItems[event.item].words.toLowerCase()} (${rightNames[event.right].toLowerCase()})`;
    case "ClockSettingsAdopted":
      return `Date moved from ${calendarDayText(event.from)} to ${calendarDayText(event.to)}: newer holidays and promise taken over`;
    case "AddressChangeAsked":
      return "The person asked for another address; the old one was told";
    case "AddressChangeStopped":
      return "The change of the address was stopped";
    case "AddressChanged":
      return "Address changed and confirmed; what was proven before counts no more";
    case "DeliveryCodeGiven":
      return "A code for the answer was given by another way";
    case "DeliveryProven":
      return `Shown anew before opening the answer: ${event.by.map((factor) => factorWords[factor]).join(" and ")} (level ${event.level})`;
    case "ClarificationAsked":
      return `Clarification asked for${claimed(event.suspends)}`;
    case "WorkResumed":
      return "Work resumed";
    case "DeadlineExtended":
      return `Deadline extended from ${calendarDayText(event.from)} to ${calendarDayText(event.to)}${kindOf(event.ground)}`;
    case "DelayTold":
      return `Told the person that the answer is late and comes by ${calendarDayText(event.newDate)}`;
    case "AnswerPrepared":
      return `Answer prepared: ${outcomeList(event.outcomes)}`;
    case "AnswerReturned":
      return "Answer returned to the handler";
    case "AnswerReleased":
      return `Answer released: ${outcomeList(event.outcomes)}`;
    case "RequestClosed":
      return "Closed";
    case "AnswerCollected":
      return event.fileId ? "The person saved a file of the answer" : "The person opened the answer";
    case "ContestOpened":
      return `The person made ${aContest(event.contest)}`;
    case "ContestEntered":
      return `The person made ${aContest(event.contest)} ${takenDown(event)}`;
    case "ContestAcknowledged":
      return `Confirmed that the ${event.contest} arrived${event.by ? `: they were told ${channelWords[event.by]}` : ""}`;
    case "ContestExtended":
      return `More time for the ${event.contest}: from ${calendarDayText(event.from)} to ${calendarDayText(event.to)}`;
    case "ContestDecided":
      return `Decided on the ${event.contest}: ${event.outcome === "denied" ? "what we did stands" : "the person was right"}`;
    case "AnswerReversed":
      return `Answer reversed on ${aContest(event.contest)}: it is made anew`;
    case "FileInspected":
      return "A file was opened by staff";
    case "DueSoonNoticed":
      return `Due soon: ${calendarDayText(event.dueOn)}${event.on ? `; our own date ${calendarDayText(event.on)}` : ""}`;
    case "OverdueEscalated":
      return `Overdue since ${calendarDayText(event.dueOn)}: owner and DPO told`;
    case "ContestDueSoonNoticed":
      return `The ${event.contest} is due soon: ${calendarDayText(event.dueOn)}`;
    case "ContestOverdueEscalated":
      return `The ${event.contest} is overdue since ${calendarDayText(event.dueOn)}: whoever may decide was told`;
    case "FilesDestroyed":
      return `${destroyedWords[event.kind]} destroyed: ${event.fileIds.length}`;
    case "RequestPurged": {
      const { files, messages, answers, letters } = event;
      return `Data destroyed: who asked, ${messages} messages, ${files} files, the words of ${answers} answers and ${letters} letters, and the key`;
    }
    case "LetterSent":
      return `Letter sent: ${letterName(event.letter)}`;
    case "LetterFailed":
      return `Letter ${event.permanent ? "could not be delivered" : "not delivered yet"}: ${letterName(event.letter)}`;
    case "LetterOwedAgain":
      return `Letter put on its way again: ${letterName(event.letter)}`;
  }
}

const destroyedWords = {
  identity_documents: "Identity papers",
  answer_files: "Files of the answer",
  exports: "What systems gave",
} as const;

function takenDown({ channel, arrivedOn, unwritten }: Extract<DomainEvent, { type: "ContestEntered" }>): string {
  const when = arrivedOn ? `; it reached us on ${calendarDayText(arrivedOn)}` : "";
  return `${channelWords[channel]}, taken down by staff${when}${unwritten ? "; no letter went, as no address is proven" : ""}`;
}

function aContest(kind: ContestKind): string {
  return kind === "appeal" ? "an appeal" : `a ${kind}`;
}

/** A claim stands in the record as one: whoever reads it later sees that the clock was stopped on somebody's word. */
function claimed(suspends: boolean | undefined): string {
  return suspends ? ", claiming that the law lets the clock stand still" : "";
}

function kindOf(ground: ExtensionGround | undefined): string {
  return ground ? `: ${extensionGrounds[ground].toLowerCase()}` : "";
}
