// What may be typed on each page of the journey. Messages are keys of the catalogue.

import { z } from "zod";
import { canonicalEmail } from "@/lib/domain/filing";
import { isMailAddress } from "@/lib/domain/mail-address";
import { isCountry, isRegion } from "@/lib/domain/places";
import type { Right } from "@/lib/domain/right";
import { relations } from "@/lib/domain/verification";
import { deletesAnyway } from "./intake-child";
import { type DetailName, detailFields, detailsOf, wishesFor } from "./intake-details";
import { mistake } from "./intake-mistakes";
import type { FixedQuestion, Intake, Question } from "./intake-question";
import type { Typed } from "./kept-values";

const longest = 5000;

/** Optional words: a field that is left empty or not sent is the empty text. */
const words = z.string().trim().max(longest, mistake("words_long")).default("");
const neededWords = z
  .string({ error: mistake("words_missing") })
  .trim()
  .min(1, mistake("words_missing"))
  .max(longest, mistake("words_long"));

/** A box sends one text, several boxes a list, none nothing. */
function boxes(values: readonly string[]) {
  const list = z.union([z.string().transform((text) => [text]), z.array(z.string())]).default([]);
  return list.transform((chosen) => chosen.filter((choice) => values.includes(choice)));
}

const who = z.object({
  relation: z.enum(relations, { error: mistake("choose_who") }),
  want: z.string().max(60).default(""),
});
const authority = z.object({ authority: words });
const child = z.object({ child_age: z.enum(["under", "over", "care"], { error: mistake("choose_age") }) });
const young = z.object({ as_agent: z.literal("yes", { error: mistake("choose_option") }) });
const place = z.object({
  country: z.string({ error: mistake("choose_country") }).refine(isCountry, mistake("choose_country")),
});

function region(country: string) {
  const known = (code: string) => isRegion(country, code);
  return z.object({ region: z.string({ error: mistake("choose_region") }).refine(known, mistake("choose_region")) });
}

function wanted(offered: readonly Right[], needed: boolean) {
  return z.object({
    rights: boxes([...offered, "not_sure"])
      .refine((chosen) => chosen.length > 0 || !needed, mistake("choose_right"))
      .refine((chosen) => !chosen.includes("not_sure") || chosen.length === 1, mistake("choose_only_sure")),
  });
}

function unsure(offered: readonly Right[]) {
  return z
    .object({ wishes: boxes(wishesFor(offered)), wish_words: words })
    .refine((typed) => typed.wishes.length > 0 || typed.wish_words !== "", {
      path: ["wishes"],
      error: mistake("choose_wish"),
    });
}

function detail(name: DetailName): z.ZodType {
  const field = detailFields[name];
  if (field.kind === "choice") return z.enum(field.options, { error: mistake("choose_option") });
  return "optional" in field ? words : neededWords;
}

function details(names: readonly DetailName[]) {
  const shape = z.object(Object.fromEntries(names.map((name) => [name, detail(name)])));
  return shape.refine((typed) => typed.erasure_extent !== "part" || typed.erasure_part !== "", {
    path: ["erasure_part"],
    error: mistake("part_missing"),
  });
}

const fullName = (missing: "name_missing" | "asker_missing") =>
  z
    .string({ error: mistake(missing) })
    .trim()
    .min(1, mistake(missing))
    .max(200, mistake("name_long"));

const address = z
  .string({ error: mistake("email_missing") })
  .trim()
  .min(1, mistake("email_missing"))
  .max(254, mistake("email_shape"))
  // Looked at in the form in which it is stored: signs that fold into others cannot slip past (ATK-M2).
  .refine((typed) => isMailAddress(canonicalEmail(typed)), mistake("email_shape"));

const contact = z.object({
  name: fullName("name_missing"),
  asker_name: z.string().trim().max(200, mistake("name_long")).default(""),
  email: address,
  known_email: z.union([z.literal(""), address], { error: mistake("email_shape") }).default(""),
  telephone: z
    .string()
    .trim()
    .max(40, mistake("telephone_shape"))
    .regex(/^$|\d.*\d.*\d/, mistake("telephone_shape"))
    .default(""),
});
const contactForSelf = contact.extend({ under_age: z.enum(["", "yes"]).catch("").default("") });
const contactForOther = contact.extend({ asker_name: fullName("asker_missing") });

/** The schema of one page; some depend on what was answered before. */
export function schemaOf(question: Question, intake: Intake): z.ZodType<Typed> {
  const fields = fieldsOf(question, intake) as z.ZodType<Typed>;
  return fields;
}

function fieldsOf(question: Question, intake: Intake): z.ZodType {
  const { offered, values } = intake;
  switch (question) {
    case "who":
      return who;
    case "authority":
      return authority;
    case "place":
      return place;
    case "child":
      return child;
    case "young":
      return young;
    case "region":
      return region(String(values.country ?? ""));
    case "rights":
      return wanted(offered, !deletesAnyway(intake));
    case "unsure":
      return unsure(offered);
    case "contact":
      if (values.relation === "self") return contactForSelf;
      return ["agent", "guardian", "executor"].includes(String(values.relation)) ? contactForOther : contact;
    default:
      return details(detailsOf(question));
  }
}

const names: Readonly<Record<FixedQuestion, readonly string[]>> = {
  who: ["relation", "want"],
  authority: ["authority"],
  child: ["child_age"],
  young: ["as_agent"],
  place: ["country"],
  region: ["region"],
  rights: ["rights"],
  unsure: ["wishes", "wish_words"],
  contact: ["name", "asker_name", "email", "known_email", "telephone", "under_age"],
};

/** The names of a page's controls, in their order on it. */
export function namesOn(question: Question): readonly string[] {
  return question in names ? names[question as keyof typeof names] : detailsOf(question as Right);
}

/** The address at which an agent has us ask the person. */
export const personAddress = z.object({ address });
