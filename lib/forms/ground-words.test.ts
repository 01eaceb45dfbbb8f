import { expect, it, test } from "vitest";
import { regimeIds } from "@/lib/domain/regime";
import { rights } from "@/lib/domain/right";
import { groundsFor } from "./console-grounds";
import { groundInWords } from "./ground-words";

const sentences = [
  ...new Set(rights.flatMap((right) => regimeIds.flatMap((law) => groundsFor(right, [law]).map(([, words]) => words)))),
];

test.each(sentences)("%s", (sentence) => {
  const [here, there] = [groundInWords(sentence, "en"), groundInWords(sentence, "de")];
  expect([here.words, here.provisions].filter(Boolean).join(" ")).toBe(sentence);
  expect(there.provisions).toBe(here.provisions);
  expect(there.words).not.toBe(here.words);
  expect(there.words).not.toMatch(/\b(the|we|of|is)\b/i);
});

it("a sentence that is not ours stays as it was recorded", () => {
  expect(groundInWords("Because of the flood.", "de")).toEqual({ words: "Because of the flood.", provisions: "" });
});
