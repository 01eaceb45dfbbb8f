import { describe, expect, it } from "vitest";
import type { ChildRule } from "@/lib/domain/organisation";
import { rights } from "@/lib/domain/right";
import { chosenRights, firstOpenQuestion, questionsFor, withAnswer } from "./intake";
import { childTold } from "./intake-child";
import { filingOf } from "./intake-filing";
import type { Intake, Question } from "./intake-question";
import { namesOn, schemaOf } from "./intake-schemas";
import type { Typed } from "./kept-values";

type Rule = Pick<ChildRule, "under" | "rule">;
const deleted: Rule = { under: 18, rule: "delete_on_contact" };
const verified: Rule = { under: 16, rule: "guardian_verified" };

const guardian = ["who", { relation: "guardian" }] as const;
const germany = ["place", { country: "DE" }] as const;
const authority = ["authority", { authority: "I am the mother" }] as const;
const child = (child_age: string) => ["child", { child_age }] as const;
const contact = { name: "Kim Muster", asker_name: "Eva Muster", email: "eva.muster@example.com" };

/** Answers page after page under this rule, as the door does. */
function answered(rule: Rule, pages: readonly (readonly [Question, Typed])[], from: Typed = {}): Intake {
  const values = pages.reduce((kept, [question, typed]) => {
    const intake = { offered: rights, child: rule, values: kept };
    return withAnswer(intake, question, schemaOf(question, intake).parse(typed), namesOn(question));
  }, from);
  return { offered: rights, child: rule, values };
}

describe("a guardian", () => {
  it("says on which side of the organisation's age the child is, and no date of birth", () => {
    const intake = answered(verified, [guardian, germany]);
    expect(firstOpenQuestion(intake)).toBe("child");
    expect(schemaOf("child", intake).safeParse({ child_age: "2015-04-01" }).success).toBe(false);
    expect(schemaOf("child", intake).safeParse({}).success).toBe(false);
  });

  it("A15: asks for deletion without choosing it where no account may exist, and is asked nothing more about it", () => {
    const intake = answered(deleted, [
      guardian,
      germany,
      child("under"),
      authority,
      ["rights", {}],
      ["contact", contact],
    ]);
    expect(firstOpenQuestion(intake)).toBeNull();
    expect(chosenRights(intake)).toEqual(["erasure"]);
    expect(questionsFor(intake)).not.toContain("erasure");
    expect(filingOf(intake, "en")).toMatchObject({
      relation: "guardian",
      rights: ["erasure"],
      details: { erasure: { extent: "everything" }, general: { child: "under:18" } },
    });
  });

  it("A15: gets deletion beside what else they chose", () => {
    const intake = answered(deleted, [guardian, germany, child("under"), authority, ["rights", { rights: "access" }]]);
    expect(chosenRights(intake)).toEqual(["access", "erasure"]);
  });

  it("W18: chooses for themselves where authority comes first", () => {
    const intake = answered(verified, [guardian, germany, child("under"), authority]);
    expect(chosenRights(intake)).toEqual([]);
    expect(schemaOf("rights", intake).safeParse({}).success).toBe(false);
    const all = answered(
      verified,
      [
        ["rights", { rights: "access" }],
        ["contact", contact],
      ],
      intake.values,
    );
    expect(filingOf(all, "en").details).toEqual({ general: { authority: "I am the mother", child: "under:16" } });
  });

  it("of somebody of that age goes on as their agent, and the answer stays", () => {
    const grown = answered(verified, [guardian, germany, child("over")]);
    expect(firstOpenQuestion(grown)).toBe("young");
    expect(schemaOf("young", grown).safeParse({}).success).toBe(false);
    const intake = answered(
      verified,
      [["young", { as_agent: "yes" }], authority, ["rights", { rights: "access" }], ["contact", contact]],
      grown.values,
    );
    expect(firstOpenQuestion(intake)).toBeNull();
    expect(filingOf(intake, "en")).toMatchObject({ relation: "agent", details: { general: { child: "over:16" } } });
  });

  it("of an adult deletes nothing unasked", () => {
    const intake = answered(deleted, [guardian, germany, child("care"), authority]);
    expect(childTold(intake)).toBe("care");
    expect(chosenRights(intake)).toEqual([]);
  });
});

describe("what was said of one person", () => {
  it("is forgotten when the request is for somebody else", () => {
    const grown = answered(verified, [guardian, germany, child("over"), ["young", { as_agent: "yes" }]]);
    expect(childTold(grown)).toBe("over");
    for (const relation of ["self", "helper", "executor", "guardian"])
      expect(childTold(answered(verified, [["who", { relation }]], grown.values))).toBeNull();
    expect(childTold(answered(verified, [["who", { relation: "agent" }]], grown.values))).toBe("over");
  });
});

describe("whoever asks for themselves", () => {
  const self = ["who", { relation: "self" }] as const;
  const own = { name: "Kim Muster", email: "kim.muster@example.com" };
  const said = (rule: Rule, typed: Typed) =>
    answered(rule, [self, germany, ["rights", { rights: "access" }], ["contact", { ...own, ...typed }]]);

  it("is not asked for an age", () => {
    expect(questionsFor(said(verified, {}))).toEqual(["who", "place", "rights", "contact"]);
    expect(filingOf(said(verified, {}), "en").details).toEqual({});
    expect(childTold(said(verified, { under_age: "forty" }))).toBeNull();
  });

  it("A15: may say that they are under it, and data of theirs is deleted", () => {
    const intake = said(deleted, { under_age: "yes" });
    expect(firstOpenQuestion(intake)).toBeNull();
    const { rights: filed, details } = filingOf(intake, "en");
    expect(filed).toEqual(["access", "erasure"]);
    expect(details.general).toEqual({ child: "self:18" });
  });

  it("W18: may say that they are under it, and staff read it", () => {
    const { rights: filed, details } = filingOf(said(verified, { under_age: "yes" }), "en");
    expect(filed).toEqual(["access"]);
    expect(details.general).toEqual({ child: "self:16" });
  });
});
