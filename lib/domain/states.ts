// Decides which states a request can be in, and how a step is written down that moves it or leaves it. Read by lifecycle.ts.
// Answers to GDPR Art. 12(3): every end is an answer, a withdrawal or a silence that was announced.

export const states = [
  "unconfirmed",
  "open",
  "in_progress",
  "waiting_for_person",
  "answer_prepared",
  "answered",
  "closed",
  "withdrawn",
  "lapsed",
] as const;
export type State = (typeof states)[number];

export type Moves = Readonly<Partial<Record<State, State>>>;
export const live = ["open", "in_progress", "waiting_for_person", "answer_prepared"] as const;
export const beforeEnd = ["unconfirmed", ...live] as const;

/** The step leaves the state as it is. */
export function stay(...from: readonly State[]): Moves {
  return Object.fromEntries(from.map((state) => [state, state]));
}
export function lead(from: readonly State[], to: State): Moves {
  return Object.fromEntries(from.map((state) => [state, to]));
}
