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

/** Keys as sentences; what is a sentence already (a refusal, a file that was not taken) stays. */
export function mistakeSentences(mistakes: Mistakes, say: (key: MistakeKey) => string): Mistakes {
  const said = Object.entries(mistakes).map(([name, text]) => [name, isMistakeKey(text) ? say(text) : text]);
  return Object.fromEntries(said);
}
