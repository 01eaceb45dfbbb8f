import { describe, expect, it } from "vitest";
import {
  blankLeft,
  filledTemplate,
  inLanguage,
  isTemplateKind,
  mayWriteTemplates,
  stepOfTemplate,
  templateKindOf,
  templateKinds,
  templateMistake,
} from "./letter-template";
import { mayTake, steps } from "./lifecycle";

describe("C2: what a template may say", () => {
  it("takes plain words and the variables that there are", () => {
    for (const text of ["Thank you.", "{name}, your request {reference}", ""]) expect(templateMistake(text)).toBeNull();
  });
  it("refuses one that there is not, and names all that there are", () => {
    expect(templateMistake("Dear {nmae}, {reference}")).toBe(
      "There is no {nmae}. You can use {name}, {reference}, {rights}, {receivedOn}, {dueOn} and {organisation}.",
    );
    expect(templateMistake("Dear {}")).toMatch(/^There is no \{\}/);
    expect(templateMistake("Dear {constructor}")).toMatch(/^There is no \{constructor\}/);
  });
  it("refuses a brace that is not closed, or was never opened", () => {
    for (const text of ["Dear {name", "Dear name}", "{{name}}"])
      expect(templateMistake(text)).toBe("A brace is not closed. Write variables like {reference}.");
  });
});

describe("filling", () => {
  it("puts in what is known and leaves what is not, to be found before it is sent", () => {
    const text = "{name}: {reference}, due {dueOn}. {unknown}";
    const filled = filledTemplate(text, { name: "Robin Roe", reference: "H4K2-9QTM-P" });
    expect(filled).toBe("Robin Roe: H4K2-9QTM-P, due {dueOn}. {unknown}");
    expect([blankLeft(filled), blankLeft("Dear {name"), blankLeft("{ name }")]).toEqual([
      "{dueOn}",
      "{name",
      "{ name }",
    ]);
  });
  it("a name that looks like a variable is not filled a second time", () => {
    expect(filledTemplate("{name}", { name: "{reference}", reference: "x" })).toBe("{reference}");
  });
  it("braces that are no blank are no mistake of the person who quotes them", () => {
    for (const text of ["No blank.", '{"a": 1}', "{}", "a } b"]) expect(blankLeft(text)).toBeNull();
  });
});

describe("GDPR Art. 12(1): the person's language", () => {
  const template = (language: string, name = "Thanks") => ({ kind: "message", name, language });
  it("comes before the organisation's, and that before any other, and it is said which", () => {
    const [en, de, fr] = [template("en"), template("de"), template("fr")];
    const chosen = (...given: { kind: string; name: string; language: string }[]) => inLanguage(given, "de", "en");
    expect(chosen(en, de)).toEqual([{ template: de, fallback: false }]);
    expect(chosen(fr, en)).toEqual([{ template: en, fallback: true }]);
    expect(chosen(fr)).toEqual([{ template: fr, fallback: true }]);
    expect(chosen(de, template("de", "Later"))).toHaveLength(2);
    expect(chosen()).toEqual([]);
  });
});

it("each kind gives the words of one step that staff take", () => {
  for (const kind of templateKinds) {
    expect([kind, templateKindOf(stepOfTemplate(kind))]).toEqual([kind, kind]);
    expect(mayTake(stepOfTemplate(kind), ["handler"])).toBe(true);
  }
  expect(steps.filter((step) => templateKindOf(step) !== null)).toHaveLength(templateKinds.length);
  expect([isTemplateKind("note"), isTemplateKind("release")]).toEqual([true, false]);
});

it("whoever writes to persons writes templates, and nobody who only reads or approves", () => {
  expect([["handler"], ["dpo"], ["administrator"]].map((roles) => mayWriteTemplates(roles as never))).toEqual([
    true,
    true,
    true,
  ]);
  expect(mayWriteTemplates(["auditor", "approver"])).toBe(false);
});
