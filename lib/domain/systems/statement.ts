// Decides which SQL statements a register may hold: one statement, named parameters, nothing whose meaning is hidden.
// Answers to GDPR Art. 32(1)(b) and ASVS 5.0 V1.2.4: what a person typed is a value and never a part of the statement.
import type { Verb } from "./system-question";

export type Engine = "postgresql" | "mysql";

/** `text` with the driver's placeholders and, in their order, whose values go there. `optional`: null where nothing was said. */
export type Compiled = { text: string; parameters: readonly Parameter[] };
export type Parameter = { name: string; optional: boolean };

/** What is wrong with a statement, in words for whoever registers it. */
export const statementMistakes = {
  empty: "is empty",
  several: "is more than one statement: no semicolon but one at the very end",
  hidden: "has a comment or a placeholder of the driver ($1, ?): write parameters by name, like :email",
  quotes: "has a quotation mark without its partner, or a backslash between quotation marks",
  not_a_select: "must be one SELECT that reads and does nothing else",
  counts: "must select the records themselves: Habeas counts them",
  not_a_change: "must be one UPDATE, DELETE or INSERT",
  unknown_parameter:
    "has a parameter that is neither something this system finds people by nor, in a correction, new_…",
  no_parameter: "names nobody: without something like :email it would mean everybody",
} as const;
export type StatementMistake = keyof typeof statementMistakes;

// Strings, quoted names, casts, parameters, and single characters that decide something; the rest as it stands.
const pieces = /('(?:[^'\\]|'')*'|"(?:[^"\\]|"")*"|`(?:[^`\\]|``)*`)|(::)|:([a-z_][a-z0-9_]*)|(--|\/\*|[\s\S])/gi;

type Piece = { quoted?: string; code?: string; parameter?: string };

function split(text: string): Piece[] {
  return [...text.matchAll(pieces)].map(([, quoted, cast, parameter, code = cast]) => ({ quoted, parameter, code }));
}

/** Values in a correction are named `new_` and the field: `update customer set name = :new_name where email = :email`. */
export function correctedField(parameter: string): string | null {
  return parameter.startsWith("new_") ? parameter.slice(4) : null;
}

/** The first thing that is wrong, or null. `identifiers`: what the system finds people by. */
export function statementMistake(
  text: string,
  asked: { engine: Engine; verb: Verb; identifiers: readonly string[] },
): StatementMistake | null {
  const found = split(withoutEnd(text));
  const code = found.map((piece) => piece.code ?? " ").join("");
  if (withoutEnd(text) === "") return "empty";
  return hiddenIn(found, asked.engine) ?? wrongKind(code, asked.verb) ?? wrongParameters(found, asked);
}

function hiddenIn(found: readonly Piece[], engine: Engine): StatementMistake | null {
  const has = (...signs: string[]) => found.some(({ code = "" }) => signs.includes(code));
  if (has("'", '"', "`", "\\")) return "quotes";
  if (has(";")) return "several";
  // A dollar begins a string in PostgreSQL, a hash a comment in MySQL, where a question mark is the driver's placeholder.
  return has("--", "/*", "$", ...(engine === "mysql" ? ["#", "?"] : [])) ? "hidden" : null;
}

const changes =
  /\b(insert|update|delete|merge|replace|into|call|lock|truncate|drop|alter|create|grant|revoke)\b(?!\s*\()/i;

/** The kind of statement that each verb may be; what is between quotation marks is no part of `code`. */
function wrongKind(code: string, verb: Verb): StatementMistake | null {
  const [first = ""] = /[a-z]+/i.exec(code.trim()) ?? [];
  if (verb !== "look_up" && verb !== "export") return /^(update|delete|insert)$/i.test(first) ? null : "not_a_change";
  if (!/^(select|with)$/i.test(first) || changes.test(code)) return "not_a_select";
  return verb === "look_up" && /\bcount\s*\(/i.test(code) ? "counts" : null;
}

function wrongParameters(
  found: readonly Piece[],
  { verb, identifiers }: { verb: Verb; identifiers: readonly string[] },
): StatementMistake | null {
  const names = found.flatMap(({ parameter }) => parameter ?? []);
  const isKnown = (name: string) => identifiers.includes(name) || (verb === "rectify" && correctedField(name) !== null);
  if (!names.every(isKnown)) return "unknown_parameter";
  return names.some((name) => identifiers.includes(name)) ? null : "no_parameter";
}

/**
 * The statement as its driver takes it. A correction's value inside `coalesce(:new_name, …)` may be missing; everywhere else
 * what is missing would write over what stands there. Give it only what `statementMistake` let pass.
 */
export function compileStatement(text: string, engine: Engine): Compiled {
  const parameters: Parameter[] = [];
  let written = "";
  for (const { quoted, code, parameter } of split(withoutEnd(text))) {
    if (parameter === undefined) {
      written += quoted ?? code;
      continue;
    }
    const optional = correctedField(parameter) !== null && /\bcoalesce\s*\(\s*$/i.test(written);
    parameters.push({ name: parameter, optional });
    written += engine === "mysql" ? "?" : `$${parameters.length}`;
  }
  return { text: written, parameters };
}

/** A semicolon at the very end says nothing. */
function withoutEnd(text: string): string {
  return text.trim().replace(/;$/, "").trimEnd();
}
