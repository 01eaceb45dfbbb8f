// What a file or the console may say of a system: how it is asked, and never a secret itself.
import { z } from "zod";
import { carriesSecret, isVariableName } from "@/lib/domain/systems/register";
import { verbs } from "@/lib/domain/systems/system-question";
import { emailAddress, identifier, words } from "./organisation-parts";

const variable = z
  .string()
  .refine(
    isVariableName,
    "must be the name of a variable of the environment, for example HABEAS_SYSTEM_ACME__BILLING_SECRET, and not the secret itself",
  );

// Plain http only to a program on the same machine: names and addresses travel there.
const secure = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$))/;

const http = z.strictObject({
  kind: z.literal("http"),
  url: z
    .url("must be a web address")
    .regex(secure, "must start with https://, or be on this machine")
    .refine((url) => !carriesSecret(url), "must hold no name, password or key: secrets stand in the environment"),
  secretVariable: variable,
});

// What may stand in a statement is for the connector to check; here it is bounded, and holds no address of a database.
const statement = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(4000, "must be at most 4000 characters long")
  .refine((text) => !/:\/\/[^\s/]*:[^\s/]*@/.test(text), "must hold no password: secrets stand in the environment");

const sql = z.strictObject({
  kind: z.literal("sql"),
  engine: z.enum(["postgresql", "mysql"]),
  connectionVariable: variable,
  statements: z.partialRecord(z.enum(verbs), z.record(identifier, statement)),
});

const file = z.strictObject({
  kind: z.literal("file"),
  path: z
    .string()
    .regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.(csv|json)$/, "must be a CSV or JSON file below the data folder"),
  format: z.enum(["csv", "json"]),
  category: identifier,
  identifierFields: z.record(identifier, words),
});

const manual = z.strictObject({ kind: z.literal("manual"), instructions: words.optional() });

export const askedBy = z.discriminatedUnion("kind", [manual, http, sql, file]);

export const system = z.strictObject({
  id: identifier,
  name: words,
  owner: words,
  ownerEmail: emailAddress.optional(),
  categories: z.array(identifier).min(1, "must name at least one category"),
  recipients: z.array(identifier).optional(),
  identifiers: z.array(identifier).min(1, "must name at least one").optional(),
  kind: z.literal("manual").optional(),
  askedBy: askedBy.optional(),
  order: z
    .number()
    .int("must be a whole number")
    .min(0, "must be 0 or more")
    .max(10_000, "must be at most 10000")
    .optional(),
});
