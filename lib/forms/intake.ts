// Which questions a request needs: only what the relation, the place and the chosen rights call for, one a page.
// Answers to GDPR Art. 5(1)(c) and recital 59; everything typed lives in one kept form until it is sent.
import { regionsOf } from "@/lib/domain/places";
import { type Right, rights } from "@/lib/domain/right";
import { deletesAnyway } from "./intake-child";
import { asksDetails, wishes, wishesFor } from "./intake-details";
import type { Intake, Question } from "./intake-question";
import { schemaOf } from "./intake-schemas";
import { many, one, type Typed } from "./kept-values";

export const notSure = "not_sure";

/** The rights chosen so far that this organisation offers, in the order of the law's list, and what is deleted anyway. */
export function chosenRights(intake: Intake): Right[] {
  const { offered, values } = intake;
  const chosen = [...many(values, "rights"), ...(deletesAnyway(intake) ? ["erasure"] : [])];
  return rights.filter((right) => offered.includes(right) && chosen.includes(right));
}

/** Somebody else than the person asks, and must show that they may. */
export function asksForOther(values: Typed): boolean {
  return ["agent", "guardian", "executor"].includes(one(values, "relation"));
}

/** The questions of this journey, in order. */
export function questionsFor(intake: Intake): Question[] {
  const { values } = intake;
  const questions: (Question | false)[] = [
    "who",
    "place",
    regionsOf(one(values, "country")).length > 0 && "region",
    one(values, "relation") === "guardian" && "child",
    one(values, "relation") === "guardian" && one(values, "child_age") === "over" && "young",
    asksForOther(values) && "authority",
    "rights",
    many(values, "rights").includes(notSure) && "unsure",
    ...chosenRights(intake)
      .filter(asksDetails)
      .filter((right) => right !== "erasure" || !deletesAnyway(intake)),
    "contact",
  ];
  return questions.filter((question) => question !== false);
}

/** The first question that has no good answer yet; null when all have. An answer can turn bad when another changes. */
export function firstOpenQuestion(intake: Intake): Question | null {
  const answered = many(intake.values, "answered");
  const isOpen = (question: Question) =>
    !answered.includes(question) || !schemaOf(question, intake).safeParse(intake.values).success;
  return questionsFor(intake).find(isOpen) ?? null;
}

/** The question before this one on the way; null before the first. */
export function questionBefore(question: Question, intake: Intake): Question | null {
  const questions = questionsFor(intake);
  return questions[questions.indexOf(question) - 1] ?? null;
}

/** The answers with what was typed on one page in place of what stood there: an unticked box is gone. */
export function withTyped(values: Typed, typed: Typed, own: readonly string[]): Typed {
  const kept = Object.entries(values).filter(([name]) => !own.includes(name));
  const given = Object.entries(typed).filter(([name]) => own.includes(name));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(given) };
}

/** The answers with one more question answered. `own` are the names on its page. */
export function withAnswer(intake: Intake, question: Question, typed: Typed, own: readonly string[]): Typed {
  const answered = new Set([...many(intake.values, "answered"), question]);
  const values: Typed = { ...withTyped(intake.values, typed, own), answered: [...answered] };
  if (question === "who") return withWant({ ...intake, values: withWhom(intake.values, values) });
  if (question === "young") return { ...values, relation: "agent" };
  if (question === "unsure") return { ...values, rights: rightsOfWishes(values, intake.offered) };
  // Another country has no such state; the same question must be asked anew there.
  if (question === "place" && one(values, "country") !== one(intake.values, "country"))
    return { ...values, region: "" };
  return values;
}

/** What was said about an age was said about somebody else. */
function withWhom(before: Typed, values: Typed): Typed {
  if (one(before, "relation") === one(values, "relation")) return values;
  return { ...values, child_age: "", as_agent: "", under_age: "" };
}

/** Who came by the link of one right need not choose it a second time; "Change" is on the last page. */
function withWant({ offered, values }: Intake): Typed {
  const want = one(values, "want");
  if (many(values, "rights").length > 0 || !offered.some((right) => right === want)) return values;
  return { ...values, rights: [want], answered: [...many(values, "answered"), "rights"] };
}

/** Plain wishes as rights; nothing but own words begins with what is held. */
function rightsOfWishes(values: Typed, offered: readonly Right[]): readonly string[] {
  const wished = many(values, "wishes");
  const found = wishesFor(offered).filter((wish) => wished.includes(wish));
  const first = offered.includes("access") ? "access" : offered[0];
  return found.length > 0 ? found.map((wish) => wishes[wish]) : first ? [first] : [];
}
