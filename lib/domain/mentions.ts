// Decides who is mentioned in a note: whoever's name stands in it after an @, as a whole.

/** Ids of the members whose full name stands in the words after an @, in any case, in the order of the list. */
export function mentionedIn(words: string, members: readonly { id: string; name: string }[]): readonly string[] {
  const said = words.normalize("NFKC").toLowerCase();
  const named = members.filter(({ name }) => stands(said, `@${name.normalize("NFKC").toLowerCase()}`));
  // "@Anna Kern" is not also "@Anna": of two names that begin alike the longer one is meant.
  return named
    .filter(({ name }) => !named.some((other) => other.name.length > name.length && other.name.startsWith(name)))
    .map(({ id }) => id);
}

function stands(said: string, at: string): boolean {
  const after = [...said.matchAll(new RegExp(escaped(at), "g"))].map(({ index }) => said[index + at.length] ?? "");
  return after.some((next) => !/[\p{L}\p{N}]/u.test(next));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
