import type { RequestView } from "@/lib/queries/request-view";

// What the console's request page shows is what its query returns: markup takes the shapes from there, and no code.
export type { NotedSignal, OtherRequest } from "@/lib/queries/request-around";
export type {
  AnswerWords as ShownAnswer,
  FileLine as ShownFile,
  LetterLine as ShownLetter,
  ThreadWords as ShownMessage,
} from "@/lib/queries/request-words";

/** `from`: the list of the queue that the reader came from, as its address. */
export type ShownRequest = RequestView & { from?: string | null };

/** A staff id as a name; ids of accounts that are gone keep a word. */
export function nameIn(names: ReadonlyMap<string, string>): (staffId: string) => string {
  return (staffId) => names.get(staffId) ?? "somebody who left";
}
