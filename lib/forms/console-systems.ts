// What an administrator types about a system of the register. The shapes are those of the file: what one takes, the other does.
import { z } from "zod";
import type { AskedBy, RegisteredSystem } from "@/lib/domain/systems/registered-system";
import { statementMistake, statementMistakes } from "@/lib/domain/systems/statement";
import type { Verb } from "@/lib/domain/systems/system-question";
import type { Typed } from "./kept-values";
import { emailAddress, identifier } from "./organisation-parts";
import { askedBy } from "./organisation-systems";

export const systemsFormKey = "console-systems";

/** What the organisation has, and how its variables begin. */
export type SystemChoices = { categories: readonly string[]; recipients: readonly string[]; variablePrefix: string };

const line = (most: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(most);
const maybe = z.string().trim().max(8000).default("");
const several = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.string().max(100)).max(200),
);

const typed = z.object({
  id: line(60, "Give it an id.")
    .pipe(identifier)
    .refine((id) => id !== "add", "Choose another id."),
  name: line(120, "Give it a name."),
  owner: line(120, "Say who answers for it."),
  ownerEmail: z.union([z.literal(""), emailAddress]).default(""),
  categories: several,
  recipients: several,
  identifiers: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
    .pipe(z.array(identifier).min(1, "Name at least one, for example email.").max(20)),
  order: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, "A whole number from 0 to 99999.")
    .transform(Number),
  kind: z.enum(["manual", "http", "sql", "file"], { error: "Choose how it is asked." }),
  version: z.string().regex(/^\d+$/).transform(Number).nullable().catch(null),
  ...{ instructions: maybe, url: maybe, secretVariable: maybe, engine: maybe, connectionVariable: maybe },
  ...{ statements: maybe, path: maybe, format: maybe, category: maybe, identifierFields: maybe },
});

/** `version`: of what was looked at; null for a new one. */
export type SystemToSave = { system: RegisteredSystem; version: number | null };

export function systemForm(choices: SystemChoices): z.ZodType<SystemToSave> {
  return typed.transform((values, context): SystemToSave => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const categories = values.categories.filter((one) => choices.categories.includes(one));
    if (categories.length === 0) say("categories", "Tick at least one.");
    const asked = askedBy.safeParse(shapeOf(values));
    if (!asked.success)
      for (const { path, message } of asked.error.issues) say(String(path[0] ?? "kind"), sentence(message));
    else checkAsked(asked.data, { ...values, prefix: choices.variablePrefix }, say);
    const { id, name, owner, ownerEmail, identifiers, order, version } = values;
    const recipients = values.recipients.filter((one) => choices.recipients.includes(one));
    const of = { name: owner, ...(ownerEmail && { email: ownerEmail }) };
    const how = asked.success ? asked.data : ({ kind: "manual" } as const);
    return { version, system: { id, name, owner: of, categories, recipients, identifiers, askedBy: how, order } };
  });
}

function shapeOf(values: z.infer<typeof typed>): unknown {
  const { kind, instructions, url, secretVariable, engine, connectionVariable, path, format, category } = values;
  switch (kind) {
    case "manual":
      return { kind, ...(instructions && { instructions }) };
    case "http":
      return { kind, url, secretVariable };
    case "sql":
      return { kind, engine, connectionVariable, statements: readStatements(values.statements) };
    case "file":
      return { kind, path, format, category, identifierFields: readPairs(values.identifierFields) };
  }
}

type Say = (field: string, message: string) => void;

function checkAsked(
  asked: AskedBy,
  { identifiers, prefix }: { identifiers: readonly string[]; prefix: string },
  say: Say,
) {
  const own = (field: string, name: string) => {
    if (!name.startsWith(prefix))
      say(field, `Must begin with ${prefix}, so that no register reaches another's secrets.`);
  };
  if (asked.kind === "http") own("secretVariable", asked.secretVariable);
  if (asked.kind !== "sql") return;
  own("connectionVariable", asked.connectionVariable);
  const { engine, statements } = asked;
  for (const [verb, byCategory] of Object.entries(statements))
    for (const [category, text] of Object.entries(byCategory)) {
      const wrong = statementMistake(text, { engine, verb: verb as Verb, identifiers });
      if (wrong) say("statements", `${verb} ${category} ${statementMistakes[wrong]}.`);
    }
}

/** Each statement under a line of its own that says what it is for: `[export billing]`. */
export function readStatements(text: string): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const part of text.split(/^(?=\[[^\]\n]*\])/m)) {
    const [, verb, category, statement] = /^\[\s*(\S+)\s+(\S+)\s*\]([\s\S]*)$/.exec(part.trim()) ?? [];
    if (verb && category) found[verb] = { ...found[verb], [category]: (statement ?? "").trim() };
  }
  return found;
}

/** `email = E-Mail`, one a line. */
function readPairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .map((one) => /^\s*([^=\s]+)\s*=\s*(.+?)\s*$/.exec(one))
      .flatMap((pair) => (pair?.[1] && pair[2] ? [[pair[1], pair[2]]] : [])),
  );
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** What the form holds for a system as it is registered. */
export function typedSystem({ owner, askedBy: asked, ...system }: RegisteredSystem): Typed {
  const about = {
    ...{ id: system.id, name: system.name, owner: owner.name, ownerEmail: owner.email ?? "", kind: asked.kind },
    ...{ categories: [...system.categories], recipients: [...system.recipients], order: String(system.order) },
    identifiers: system.identifiers.join(", "),
  };
  switch (asked.kind) {
    case "manual":
      return { ...about, instructions: asked.instructions ?? "" };
    case "http":
      return { ...about, url: asked.url, secretVariable: asked.secretVariable };
    case "sql":
      return {
        ...{ ...about, engine: asked.engine, connectionVariable: asked.connectionVariable },
        statements: Object.entries(asked.statements)
          .flatMap(([verb, of]) => Object.entries(of).map(([category, text]) => `[${verb} ${category}]\n${text}`))
          .join("\n\n"),
      };
    case "file":
      return {
        ...{ ...about, path: asked.path, format: asked.format, category: asked.category },
        identifierFields: Object.entries(asked.identifierFields)
          .map(([of, column]) => `${of} = ${column}`)
          .join("\n"),
      };
  }
}
