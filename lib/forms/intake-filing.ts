// What is filed when the person presses send: the answers, without what the chosen rights do not need.
import { childNote } from "@/lib/domain/child-rule";
import type { Filing, Person } from "@/lib/domain/filing";
import { regionsOf } from "@/lib/domain/places";
import type { Relation } from "@/lib/domain/verification";
import { asksForOther, chosenRights } from "./intake";
import { childTold, deletesAnyway } from "./intake-child";
import { detailFields, detailsOf } from "./intake-details";
import type { Intake } from "./intake-question";
import { one } from "./kept-values";

/** Call it only when `firstOpenQuestion` says that nothing is missing. */
export function filingOf(intake: Intake, language: string): Filing {
  const { values } = intake;
  const country = one(values, "country");
  return {
    rights: chosenRights(intake),
    relation: one(values, "relation") as Relation,
    country,
    region: regionsOf(country).length > 0 ? `${country}-${one(values, "region")}` : null,
    person: personOf(intake),
    details: detailsFiled(intake),
    language,
    channel: "portal",
  };
}

function personOf({ values }: Intake): Person {
  const given = (name: string) => one(values, name).trim();
  const knownEmail = given("known_email");
  const telephone = given("telephone");
  const askerName = asksForOther(values) ? given("asker_name") : "";
  return {
    name: given("name"),
    email: given("email"),
    ...(knownEmail ? { knownEmail } : {}),
    ...(telephone ? { telephone } : {}),
    ...(askerName ? { askerName } : {}),
  };
}

function detailsFiled(intake: Intake): Filing["details"] {
  const { values, child } = intake;
  const own = chosenRights(intake).map((right) => {
    if (right === "erasure" && deletesAnyway(intake)) return [right, { extent: "everything" }] as const;
    const answers = detailsOf(right).map((name) => [detailFields[name].key, one(values, name).trim()] as const);
    return [right, filled(answers)] as const;
  });
  const told = childTold(intake);
  const general = filled([
    ["child", told ? childNote({ told, under: child.under }) : ""],
    ["authority", asksForOther(values) ? one(values, "authority").trim() : ""],
    ["wish", one(values, "wish_words").trim()],
  ]);
  const all = [...own, ["general", general] as const];
  return Object.fromEntries(all.filter(([, answers]) => Object.keys(answers).length > 0));
}

function filled(answers: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(answers.filter(([, text]) => text !== ""));
}
