import { type Refusal, refusals } from "@/lib/domain/refusal";
import { type Words, wordsIn } from "@/lib/domain/words";
import en from "@/messages/en.json";
import type { Mistakes } from "./kept-values";

/** A mistake by its key in the catalogue: schemas know no language, pages do. */
export type MistakeKey = keyof (typeof en)["portal"]["mistakes"];

/** For zod's `error` and messages: a key that the catalogue does not have stops the build. */
export function mistake(key: MistakeKey): MistakeKey {
  return key;
}

function isMistakeKey(text: string): text is MistakeKey {
  return Object.hasOwn(en.portal.mistakes, text);
}

// A refusal is kept as its English sentence, as the console shows it.
const refusalOf: ReadonlyMap<string, Refusal> = new Map(
  Object.entries(refusals).map(([refusal, sentence]) => [sentence, refusal as Refusal]),
);

/** Keys and refusals as sentences of the reader; what was said in their language already (a file not taken) stays. */
export function mistakeSentences(
  mistakes: Mistakes,
  say: (key: MistakeKey) => string,
  words: Pick<Words, "refusal"> = wordsIn("en"),
): Mistakes {
  const sentence = (text: string) => {
    if (isMistakeKey(text)) return say(text);
    const refusal = refusalOf.get(text);
    return refusal ? words.refusal(refusal) : text;
  };
  return Object.fromEntries(Object.entries(mistakes).map(([name, text]) => [name, sentence(text)]));
}
