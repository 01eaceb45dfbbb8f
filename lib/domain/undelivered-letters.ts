// Decides what the person was not told: letters that could not be delivered and that nobody sent again.
// Answers to GDPR Art. 12(3)–(4): a step of which the person never heard is no information given.
import type { CalendarDate } from "./calendar-date";
import type { RecordedEvent } from "./events";
import { type PersonLetter, personLetters } from "./letters";

export type Undelivered = { letterId: string; letter: PersonLetter; on: CalendarDate };

// Whoever confirmed by another way needs no letter that asks for it; a fresh link is asked for again.
const confirming: ReadonlySet<PersonLetter> = new Set<PersonLetter>(["confirm_address", "confirmation_reminder"]);

/** The person's letters whose last word is that they failed, oldest failure first. */
export function undeliveredLetters(chain: readonly Pick<RecordedEvent, "event" | "day">[]): readonly Undelivered[] {
  const failed = new Map<string, Undelivered>();
  let confirmed = false;
  for (const { event, day } of chain) {
    if (event.type === "ContactConfirmed") confirmed = true;
    if (event.type === "LetterSent" || event.type === "LetterOwedAgain") failed.delete(event.letterId);
    if (event.type !== "LetterFailed") continue;
    const letter = personLetters.find((kind) => kind === event.letter);
    if (letter && letter !== "fresh_link") failed.set(event.letterId, { letterId: event.letterId, letter, on: day });
  }
  return [...failed.values()].filter(({ letter }) => !(confirmed && confirming.has(letter)));
}
