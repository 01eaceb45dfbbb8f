// Decides what an organisation's rule about children makes of what somebody says about an age: never a date of birth.
// Answers to GDPR Art. 8 and 5(1)(c), 11 CCR §7070, and to promises A15 (deleted on contact) and W18 (authority first).
import type { ChildRule } from "./organisation";

/** `under`, `over`, `care`: whom a guardian asks for. `self`: whoever asks is themselves under the age. */
export const childAnswers = ["under", "over", "care", "self"] as const;
export type ChildAnswer = (typeof childAnswers)[number];

/** What was told, beside the age that the organisation's rule named that day (years): rules change, answers stay. */
export type ChildTold = { told: ChildAnswer; under: number };

/** Must data of this child be deleted on contact, whatever else is asked? */
export function deletesOnContact(rule: Pick<ChildRule, "rule">, told: ChildAnswer | null): boolean {
  return rule.rule === "delete_on_contact" && (told === "under" || told === "self");
}

/** The note under which it is kept with the request, sealed: "under:16". */
export function childNote({ told, under }: ChildTold): string {
  return `${told}:${under}`;
}

/** Null where nothing was told, or nothing that we wrote. */
export function readChildNote(note: string | undefined): ChildTold | null {
  const [said, age] = (note ?? "").split(":");
  const told = childAnswers.find((one) => one === said);
  return told && age && /^\d{1,3}$/.test(age) ? { told, under: Number(age) } : null;
}
