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
  proof_reminder: "reminder that proof is missing",
  unproven: "closed, not proven",
  confirm_agent: "to the person: may the agent act?",
  confirm_new_address: "confirm the new address",
  address_change_asked: "to the old address: about to change",
  address_changed: "to the old address: changed",
  delivery_code: "code for the answer",
  staff_new_request: "to staff: new request",
  staff_person_replied: "to staff: the person replied",
  staff_due_soon: "to staff: due soon",
  staff_overdue: "to staff: overdue",
};
