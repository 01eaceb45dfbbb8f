import { describe, expect, it } from "vitest";
import { refusals } from "@/lib/domain/refusal";
import { type Right, rights } from "@/lib/domain/right";
import { wordsIn } from "@/lib/domain/words";
import { asksForOther, firstOpenQuestion, questionsFor, withAnswer } from "./intake";
import { detailFields, detailNames, wishes } from "./intake-details";
import { filingOf } from "./intake-filing";
import { mistakeSentences } from "./intake-mistakes";
import type { Intake, Question } from "./intake-question";
import { namesOn, schemaOf } from "./intake-schemas";
import type { Typed } from "./kept-values";

const offered = rights;
const child = { under: 16, rule: "guardian_verified" } as const;

/** Answers page after page, as the door does: parse, keep, go on. */
function answered(pages: readonly (readonly [Question, Typed])[], from: Typed = {}): Typed {
  return pages.reduce((values, [question, typed]) => {
    const intake = { offered, child, values };
    const parsed = schemaOf(question, intake).parse(typed);
    return withAnswer(intake, question, parsed, namesOn(question));
  }, from);
}

function intake(values: Typed): Intake {
  return { offered, child, values };
}

function mistakesIn(question: Question, typed: Typed, values: Typed = {}): string[] {
  const parsed = schemaOf(question, intake(values)).safeParse(typed);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const self = ["who", { relation: "self" }] as const;
const germany = ["place", { country: "DE" }] as const;
const contact = ["contact", { name: "Robin Muster", email: "robin.muster@example.com" }] as const;

describe("asks only what the choice needs", () => {
  it("opt-outs and marketing need four pages and no details", () => {
    for (const right of ["marketing_objection", "opt_out_sale_sharing", "limit_sensitive", "opt_out_ai_training"]) {
      const values = answered([self, germany, ["rights", { rights: right }]]);
      expect(questionsFor(intake(values))).toEqual(["who", "place", "rights", "contact"]);
    }
  });
  it("a right whose link was followed is not asked for again", () => {
    const values = answered([["who", { relation: "self", want: "marketing_objection" }], germany]);
    expect(firstOpenQuestion(intake(values))).toBe("contact");
  });
  it("an unknown wish in the address chooses nothing", () => {
    const values = answered([["who", { relation: "self", want: "everything" }], germany]);
    expect(firstOpenQuestion(intake(values))).toBe("rights");
  });
  it("states and provinces are asked where they have a law of their own", () => {
    for (const country of ["US", "CA"]) {
      expect(questionsFor(intake(answered([self, ["place", { country }]])))).toContain("region");
    }
    expect(questionsFor(intake(answered([self, germany])))).not.toContain("region");
  });
  it("whoever asks for somebody else is asked what lets them, and their own name", () => {
    const values = answered([
      ["who", { relation: "agent" }],
      ["authority", {}],
      germany,
      ["rights", { rights: "access" }],
    ]);
    expect(asksForOther(values)).toBe(true);
    expect(mistakesIn("contact", contact[1], values)).toEqual(["asker_name: asker_missing"]);
    expect(mistakesIn("contact", contact[1], answered([self]))).toEqual([]);
  });
});

describe("what was answered stays good", () => {
  it("asks for the name again when the relation changes afterwards", () => {
    const all = answered([self, germany, ["rights", { rights: "access" }], contact]);
    expect(firstOpenQuestion(intake(all))).toBeNull();
    const changed = answered(
      [
        ["who", { relation: "agent" }],
        ["authority", {}],
      ],
      all,
    );
    expect(firstOpenQuestion(intake(changed))).toBe("contact");
  });
  it("forgets the state of another country", () => {
    const values = answered([
      self,
      ["place", { country: "US" }],
      ["region", { region: "CO" }],
      ["place", { country: "CA" }],
    ]);
    expect(firstOpenQuestion(intake(values))).toBe("region");
  });
  it("takes an unticked right away", () => {
    const values = answered([
      ["rights", { rights: ["access", "erasure"] }],
      ["rights", { rights: "access" }],
    ]);
    expect(questionsFor(intake(values))).not.toContain("erasure");
  });
});

describe("says what is missing, and where", () => {
  it.each<[Question, Typed, string[]]>([
    ["who", {}, ["relation: choose_who"]],
    ["place", { country: "" }, ["country: choose_country"]],
    ["rights", {}, ["rights: choose_right"]],
    ["rights", { rights: ["access", "not_sure"] }, ["rights: choose_only_sure"]],
    ["rights", { rights: "nothing_we_know" }, ["rights: choose_right"]],
    ["unsure", { wish_words: " " }, ["wishes: choose_wish"]],
    ["rectification", {}, ["rectification_wrong: words_missing", "rectification_right: words_missing"]],
    ["erasure", { erasure_extent: "part" }, ["erasure_part: part_missing"]],
    ["portability", { portability_format: "stone" }, ["portability_format: choose_option"]],
    ["contact", { name: " ", email: "robin" }, ["name: name_missing", "email: email_shape"]],
    ["contact", { name: "R", email: "r@example.com", telephone: "none" }, ["telephone: telephone_shape"]],
  ])("%s %j", (question, typed, mistakes) => {
    expect(mistakesIn(question, typed)).toEqual(mistakes);
  });
  it("says keys as sentences and leaves sentences alone", () => {
    const said = mistakeSentences({ email: "email_shape", "": "Wait a little." }, (key) => `<${key}>`);
    expect(said).toEqual({ email: "<email_shape>", "": "Wait a little." });
  });
  it("says a refusal in the reader's language", () => {
    const said = mistakeSentences({ code: refusals.wrong_code }, (key) => key, wordsIn("de"));
    expect(said.code).toMatch(/^Dieser Code passt nicht\./);
  });
});

describe("what is filed", () => {
  it("holds the details of chosen rights only, and the place as the law names it", () => {
    const values = answered([
      self,
      ["place", { country: "US" }],
      ["region", { region: "CA" }],
      ["rights", { rights: ["rectification", "erasure"] }],
      ["rectification", { rectification_wrong: "Street", rectification_right: "Lindenweg" }],
      ["erasure", { erasure_extent: "everything" }],
      ["rights", { rights: "rectification" }],
      contact,
    ]);
    expect(filingOf(intake(values), "en")).toEqual({
      rights: ["rectification"],
      relation: "self",
      country: "US",
      region: "US-CA",
      person: { name: "Robin Muster", email: "robin.muster@example.com" },
      details: { rectification: { wrong: "Street", right: "Lindenweg" } },
      language: "en",
      channel: "portal",
    });
  });
  it("turns plain wishes into rights, and own words alone into a copy", () => {
    const unsure = (typed: Typed) => answered([self, germany, ["rights", { rights: "not_sure" }], ["unsure", typed]]);
    expect(filingOf(intake(unsure({ wishes: ["gone", "calls"] })), "en").rights).toEqual([
      "erasure",
      "marketing_objection",
    ]);
    const words = filingOf(intake(unsure({ wish_words: "Where did you get my number?" })), "en");
    expect(words).toMatchObject({ rights: ["access"], details: { general: { wish: "Where did you get my number?" } } });
  });
});

it("every right can be wished for in plain words, and every detail belongs to a right", () => {
  expect([...new Set<Right>(Object.values(wishes))].sort()).toEqual(
    [...rights].filter((r) => r !== "limit_sensitive").sort(),
  );
  for (const name of detailNames) expect(name).toBe(`${detailFields[name].right}_${detailFields[name].key}`);
});
