import type { LetterKind } from "@/lib/domain/letters";

/** How staff call each letter. */
export const letterNames: Readonly<Record<LetterKind, string>> = {
  confirm_address: "confirm your address",
  received: "received",
  confirmation_reminder: "reminder to confirm",
  need_more: "we need more",
  extended: "extension",
  new_message: "new message",
  answer_ready: "answer ready",
  refused: "refusal",
  withdrawn: "withdrawn",
  lapsed: "closed, address not confirmed",
  fresh_link: "fresh link",
  staff_new_request: "to staff: new request",
  staff_person_replied: "to staff: the person replied",
  staff_due_soon: "to staff: due soon",
  staff_overdue: "to staff: overdue",
};
