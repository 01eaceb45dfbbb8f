import { describe, expect, it, test } from "vitest";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ""): [key: string, words: string][] {
  return Object.entries(tree).flatMap(([key, held]): [string, string][] =>
    typeof held === "string" ? [[`${path}${key}`, held]] : flat(held, `${path}${key}.`),
  );
}

/** What a message is filled with: its arguments with their kind, and its tags. The words inside a plural are its own. */
function blanks(message: string): string[] {
  const filled = [...message.matchAll(/\{(\w+)(?:, (plural))?[,}]/g)].map(([, name, kind]) => `${name} ${kind ?? ""}`);
  const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return [...filled, ...tags].sort();
}

const english = new Map(flat(en));
const german = new Map(flat(de));

describe("the German catalogue", () => {
  it("has every key of the English one and no other, in the same order", () => {
    expect([...german.keys()]).toEqual([...english.keys()]);
  });

  it("fills the same blanks everywhere", () => {
    const other = [...english].filter(([key, words]) => `${blanks(words)}` !== `${blanks(german.get(key) ?? "")}`);
    expect(other.map(([key]) => key)).toEqual([]);
  });

  it("says nothing in English: sentences that are alike in both were forgotten", () => {
    const alike = [...english].filter(
      ([key, words]) => words === german.get(key) && /[A-Za-z]{2,} [a-z]{2,}/.test(words),
    );
    expect(alike).toEqual([]);
  });

  it("speaks to people politely", () => {
    const familiar = [...german].filter(([, words]) => /\b(du|dich|dir|dein\w*|euch|euer|eure\w*)\b/i.test(words));
    expect(familiar).toEqual([]);
  });

  it("uses its own quotation marks, and no apostrophe that ICU would take for a quote", () => {
    expect([...german].filter(([, words]) => /["'“](?=\w)/.test(words.replaceAll(/„[^“]*“/g, "")))).toEqual([]);
  });
});

test("a blank is found in every shape it has", () => {
  expect(blanks("{due}: {days, plural, one {# day} other {# days}} <b>x</b>")).toEqual(["<b>", "days plural", "due "]);
});
