import type { Step } from "@/lib/domain/lifecycle";

/** Steps that staff can be offered. `inspect` has no button, opening a file is the step; `send_again` has its own in the outbox. */
export type StaffStep =
  | "assign"
  | "note"
  | "note_duplicate"
  | "link_request"
  | "unlink_request"
  | "snooze"
  | "wake"
  | "set_internal_date"
  | "tick_item"
  | "message"
  | "plan_erasure"
  | "release_plan"
  | "return_plan"
  | "begin"
  | "ask_proof"
  | "accept_proof"
  | "reject_proof"
  | "ask_clarification"
  | "resume"
  | "extend"
  | "tell_delay"
  | "prepare"
  | "return"
  | "release"
  | "close"
  | "give_delivery_code"
  | "enter_contest"
  | "acknowledge_contest"
  | "extend_contest"
  | "decide_contest"
  | "reverse_answer";

type Words = {
  /** The button that leads there: finishes "I want to …". */
  name: string;
  /** What happens when it is taken, in a sentence. */
  effect: string;
};

/** In the order in which the side column offers them. */
export const stepWords: Readonly<Record<StaffStep, Words>> = {
  begin: { name: "Begin work", effect: "The request is in progress. Without an owner it becomes yours." },
  accept_proof: {
    name: "Accept proof",
    effect: "Records what was checked and how. Waiting for proof ends, and a clock that stood still runs again.",
  },
  prepare: { name: "Prepare the answer", effect: "The answer waits for an approver. Nothing is sent yet." },
  plan_erasure: {
    name: "Plan the erasure",
    effect:
      "A dry run: what would go from which system, what stays and why. An approver releases it; nothing is erased yet.",
  },
  release_plan: {
    name: "Release the plan",
    effect:
      "The person is told from which day we erase, and can withdraw until then. After that nothing brings it back.",
  },
  return_plan: {
    name: "Return the plan",
    effect: "The plan is taken back to the handler, with your reason as a note.",
  },
  release: { name: "Release the answer", effect: "The person is told by letter and can read the answer at once." },
  return: { name: "Return to the handler", effect: "The answer is taken back to work, with your reason as a note." },
  resume: { name: "Resume work", effect: "Waiting ends today, and a clock that stood still runs again." },
  close: { name: "Close the request", effect: "The request leaves the queue. The person keeps their answer." },
  ask_proof: {
    name: "Ask for proof",
    effect: "The person is written to and the request waits for them. The clock runs on unless you say why it may not.",
  },
  ask_clarification: {
    name: "Ask for clarification",
    effect: "The person is written to and the request waits for them. The clock runs on unless you say why it may not.",
  },
  reject_proof: {
    name: "Reject proof",
    effect: "The person is told why what they sent does not do. An answer that stands on it opens no more.",
  },
  extend: { name: "Extend the deadline", effect: "The person is told the new date and your reason." },
  tell_delay: {
    name: "Tell the person it is late",
    effect: "The person is told the new day and your reason. The date that was due stays, and so does the delay.",
  },
  message: { name: "Write to the person", effect: "The person gets a letter that a message waits for them." },
  note: { name: "Add a note", effect: "Staff alone read it. The person never sees it." },
  note_duplicate: {
    name: "Note a duplicate",
    effect: "A remark on both requests, nothing more: each is owed its own answer, on its own proof, by its own date.",
  },
  link_request: {
    name: "Link another request",
    effect: "A remark on both requests, nothing more: no proof, date or state is shared.",
  },
  unlink_request: {
    name: "Take a link away",
    effect: "The remark goes from both pages. The record keeps that it stood there.",
  },
  snooze: {
    name: "Snooze",
    effect: "It leaves Mine and Open until that day. The clock runs on: Due and Overdue show it all the same.",
  },
  wake: { name: "Wake now", effect: "It is back in the views." },
  set_internal_date: {
    name: "Set our own date",
    effect: "Staff are reminded by it, and the queue shows it. The day on which the answer is due stays as it is.",
  },
  tick_item: { name: "Tick the checklist", effect: "The record says who looked, and when." },
  give_delivery_code: {
    name: "Make a code to tell by telephone or letter",
    effect: "Makes one code, shows it to you once, and records that you made it. The one before it stops working.",
  },
  enter_contest: {
    name: "Enter an appeal or complaint",
    effect:
      "For what came by telephone, e-mail, post or across the counter. Its days are counted from the day it reached anybody here, and it stands in Appeals and complaints until somebody decides.",
  },
  acknowledge_contest: {
    name: "Confirm that it arrived",
    effect:
      "The person knows that their appeal or complaint arrived, by the letter with its dates or as you told them.",
  },
  decide_contest: {
    name: "Decide the appeal or complaint",
    effect: "The person gets your decision and reasons, and is told whom to turn to next. The request stays as it is.",
  },
  reverse_answer: {
    name: "Reverse the answer",
    effect:
      "The person was right: the answer opens no more and is made anew, by the day on which the contest was due. Attach again what they should keep.",
  },
  extend_contest: {
    name: "Take more time to decide",
    effect: "The person is told the new date and your reason. The law allows it once.",
  },
  assign: { name: "Assign", effect: "The new owner finds it under Mine." },
};

export const staffSteps = Object.keys(stepWords) as readonly StaffStep[];

export function isStaffStep(step: Step | string): step is StaffStep {
  return Object.hasOwn(stepWords, step);
}
