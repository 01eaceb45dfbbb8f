import { expect, test } from "vitest";
import { regimeIds } from "./regime";
import { rights } from "./right";
import { statuteWord } from "./right-statutes";
import { rightWords, wordsOfOffered } from "./right-words";

test.each(rights)("%s has an everyday name that is not the statute's, and one plain line", (right) => {
  const { name, statute, does, hint } = rightWords[right];
  expect(name.toLowerCase()).not.toContain(statute.toLowerCase());
  expect(name).not.toMatch(/[.!?]$/);
  for (const sentence of [does, hint]) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

test("no two rights share a name", () => {
  expect(new Set(rights.map((right) => rightWords[right].name)).size).toBe(rights.length);
});

test("an organisation's own words go before ours, one by one", () => {
  expect(wordsOfOffered({ right: "access" })).toEqual(rightWords.access);
  expect(wordsOfOffered({ right: "access", name: "See it" })).toEqual({ ...rightWords.access, name: "See it" });
  expect(wordsOfOffered({ right: "access", hint: "Here." })).toEqual({ ...rightWords.access, hint: "Here." });
});

test("every law gives access, under its own name", () => {
  for (const law of regimeIds.filter((id) => id !== "contract_30d")) {
    expect(statuteWord("access", law)?.article).toBeTruthy();
  }
  expect(statuteWord("access", "us_ca_ccpa")).toEqual({
    word: "right to know",
    article: "Cal. Civ. Code §§1798.100, 1798.110, 1798.115",
  });
});

test("where a law gives no such right there is no word for it", () => {
  expect(statuteWord("erasure", "ca_pipeda")).toBeNull();
  expect(statuteWord("erasure", "au_app12")).toBeNull();
  expect(statuteWord("limit_sensitive", "eu_gdpr")).toBeNull();
  expect(statuteWord("opt_out_ai_training", "eu_gdpr")).toBeNull();
  expect(statuteWord("access", "contract_30d")).toBeNull();
});
