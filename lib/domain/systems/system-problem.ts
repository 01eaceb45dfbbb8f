// Decides what staff are told when a system did not answer: what an administrator can mend, and nothing of the person.
// Answers to GDPR Arts 12(3) and 32: a system that fails delays nobody without being seen, and its errors disclose nothing.

/** Each is one sentence for the console. `{detail}` names a place of the organisation's own: a host, a variable, a category. */
export const systemProblems = {
  unreachable: "It could not be reached ({detail}). Is it running, and may this machine connect to it?",
  slow: "It did not answer in time ({detail}).",
  not_allowed: "Its address may not be asked: {detail}.",
  redirected: "It sends the question on to another address ({detail}). Register the address that answers.",
  status: "It answered with status {detail}.",
  unreadable: "Its answer is not one that was agreed: {detail}.",
  too_much: "Its answer is larger than allowed: {detail}.",
  cut_off: "Its answer broke off before its end: {detail}.",
  not_set: "A variable of this installation is missing or wrong: {detail}.",
  login: "It refused the account in {detail}.",
  statement: "A statement does not work: {detail}.",
  no_ledger: "The table habeas_effect is missing, or the account may not read and add to it.",
  file: "Its file cannot be used: {detail}.",
  not_asked_so: "It cannot be asked this way: {detail}.",
} as const;
export type SystemProblem = keyof typeof systemProblems;

/**
 * A system that gave no answer: nothing is known then, not even that nothing was done. It is asked again under the same
 * effect key. `detail` never holds a value of the question.
 */
export class SystemUnanswered extends Error {
  override name = "SystemUnanswered";
  constructor(
    readonly problem: SystemProblem,
    readonly detail: string,
  ) {
    super(problemSaid(problem, detail));
  }
}

export function problemSaid(problem: SystemProblem, detail: string): string {
  return systemProblems[problem].replace("{detail}", detail);
}

/** A system's own words without what the question told it: a reason is kept, and reasons like to repeat names. */
export function withoutIdentifiers(words: string, identifiers: Readonly<Record<string, string>>): string {
  const told = Object.values(identifiers)
    .filter((value) => value.length > 2)
    .sort((left, right) => right.length - left.length);
  return told.reduce(
    (text, value) => text.replaceAll(new RegExp(value.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "gi"), "…"),
    words,
  );
}
