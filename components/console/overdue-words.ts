import { stateWords } from "@/components/console/state-words";
import { calendarDayText } from "@/components/ui/calendar-day";
import type { LateRow } from "@/lib/queries/overdue";

/** Why it is late: who has the ball, since when. */
export function whyLate({ state, since, owner, proofMissing }: LateRow): string {
  const day = calendarDayText(since);
  switch (state) {
    case "open":
      return `nobody began, since ${day}`;
    case "waiting_for_person":
      return `the person, since ${day}`;
    case "answer_prepared":
      return `an approver, since ${day}`;
    default:
      return `${owner ?? "nobody"}${proofMissing ? ", proof missing" : ""}, ${stateWords[state]} since ${day}`;
  }
}

export function nextAction({ state, proofMissing }: LateRow): string {
  switch (state) {
    case "open":
      return "begin work";
    case "waiting_for_person":
      return "remind the person, or resume";
    case "answer_prepared":
      return "release or return";
    default:
      return proofMissing ? "settle the proof" : "prepare the answer";
  }
}

const words: Readonly<Record<string, string>> = {
  MessageSent: "message",
  ProofAsked: "asked for proof",
  ProofRejected: "rejected proof",
  ClarificationAsked: "asked for clarification",
  DeadlineExtended: "extension",
  ClockSettingsAdopted: "date moved",
  DelayTold: "told that it is late",
};

export function lastWordText({ lastWord, toldUntil }: LateRow): string {
  if (!lastWord) return "nothing since the receipt";
  const word = `${words[lastWord.event] ?? "letter"}, ${calendarDayText(lastWord.on)}`;
  return toldUntil ? `${word}; answer promised by ${calendarDayText(toldUntil)}` : word;
}
