// Decides what a typed query means: `status:open due:<7d right:erasure,access -place:US "Robin Canary"`. One meaning has one
// spelling, so that an address, a saved view and a chip say the same. Nothing typed is dropped: what means nothing comes
// back with a sentence.
import { type Choice, type QueueKey, type QueueTerms, queueKeys } from "@/lib/domain/queue";
import { nearestWord } from "./nearest-word";
import { inOrder, readValue, vocabularies } from "./queue-terms";

/** Something that was typed and not understood, and what to say beside it. */
export type Unclear = { typed: string; said: string };

export type ReadQuery = {
  terms: QueueTerms;
  /** Free text, looked for as a whole reference, address or name. Never written into an address. */
  texts: readonly string[];
  unclear: readonly Unclear[];
};

// A text in quotes, or anything up to the next space; a quote that was never closed ends with the query.
const piece = /-?"[^"]*(?:"|$)|\S+/g;

/** Reads a query. Words without a colon are one text together, so that a name needs no quotes. */
export function readQuery(typed: string): ReadQuery {
  const said = new Map<QueueKey, { is: string[]; not: string[] }>();
  const [texts, loose, unclear]: [string[], string[], Unclear[]] = [[], [], []];
  for (const [one] of typed.matchAll(piece)) {
    const quoted = /^"([^"]*)"?$/.exec(one)?.[1];
    const term = /^(-?)([a-z]+):(.*)$/i.exec(one);
    if (quoted !== undefined) {
      if (quoted.trim()) texts.push(quoted.trim());
    } else if (one.startsWith('-"')) {
      unclear.push({ typed: one, said: "A text can be looked for, not left out." });
    } else if (term?.[2]) {
      readTerm(one, { not: term[1] === "-", key: term[2].toLowerCase(), values: term[3] ?? "" }, said, unclear);
    } else loose.push(one);
  }
  if (loose.length > 0) texts.push(loose.join(" "));
  const terms = Object.fromEntries(
    queueKeys.flatMap((key) => {
      const choice = said.get(key);
      return choice ? [[key, { is: inOrder(key, choice.is), not: inOrder(key, choice.not) }]] : [];
    }),
  );
  return { terms, texts, unclear };
}

type Term = { not: boolean; key: string; values: string };

function readTerm(
  typed: string,
  { not, key, values }: Term,
  said: Map<QueueKey, { is: string[]; not: string[] }>,
  unclear: Unclear[],
): void {
  if (!isQueueKey(key)) {
    const near = nearestWord(key, queueKeys);
    unclear.push({
      typed,
      said: near ? `did you mean ${near}:${values}?` : `there is no “${key}”. There is ${queueKeys.join(", ")}.`,
    });
    return;
  }
  for (const value of values.split(",")) {
    const known = readValue(key, value);
    if (known === null) {
      unclear.push({ typed: `${not ? "-" : ""}${key}:${value}`, said: sayValue(key, value) });
      continue;
    }
    const choice = said.get(key) ?? { is: [], not: [] };
    choice[not ? "not" : "is"].push(known);
    said.set(key, choice);
  }
}

function isQueueKey(word: string): word is QueueKey {
  return queueKeys.some((key) => key === word);
}

function sayValue(key: QueueKey, value: string): string {
  const { words, also } = vocabularies[key];
  const near = nearestWord(value.toLowerCase().replaceAll("-", "_"), words);
  if (near) return `did you mean ${near}?`;
  const known = [...words, ...(also ? [also] : [])].join(", ");
  return value === "" ? `say which: ${known}.` : `there is no such value. There is ${known}.`;
}

/** Writes terms down in their one spelling. `readQuery(printQuery(terms)).terms` is `terms` again. */
export function printQuery(terms: QueueTerms): string {
  return queueKeys
    .flatMap((key) => {
      const { is, not }: Choice = terms[key] ?? { is: [], not: [] };
      return [is.length > 0 && `${key}:${is.join(",")}`, not.length > 0 && `-${key}:${not.join(",")}`];
    })
    .filter(Boolean)
    .join(" ");
}

/** Terms with other values for one key; none takes the key away. */
export function withChoice(terms: QueueTerms, key: QueueKey, choice: Choice): QueueTerms {
  const { [key]: _, ...others } = terms;
  const [is, not] = [inOrder(key, choice.is), inOrder(key, choice.not)];
  return is.length + not.length > 0 ? { ...others, [key]: { is, not } } : others;
}
