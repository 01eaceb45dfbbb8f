// Turns what zod found into sentences for whoever wrote the file. No name or code of zod gets through.
import type { z } from "zod";
import { keepingKinds } from "@/lib/domain/retention-rule";

/** `path` in plain words ("retention, entry 2, rule"); `message` completes the sentence. */
export type Mistake = { path: string; message: string };

type Issue = z.core.$ZodIssue;

/** The mistakes of one file, in the order of its fields. Needs issues that carry their input. */
export function mistakesOf(issues: readonly Issue[]): Mistake[] {
  return issues.flatMap(mistakeOf);
}

function mistakeOf(issue: Issue): Mistake[] {
  const path = pathInWords(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: pathInWords([...issue.path, key]),
        message: "is no field of this file",
      }));
    case "invalid_type":
      return [{ path, message: missing(issue) ? "is missing" : `must be ${kindInWords(issue.expected)}` }];
    case "invalid_value":
      return [{ path, message: missing(issue) ? "is missing" : choice(issue.input, issue.values.map(String)) }];
    case "invalid_union":
      return [{ path, message: unionMessage(issue) }];
    default:
      return [{ path, message: issue.message }];
  }
}

function missing(issue: Issue): boolean {
  return issue.input === undefined;
}

function unionMessage(issue: Extract<Issue, { code: "invalid_union" }>): string {
  if (missing(issue)) return "is missing";
  // The one union told apart by a field is the retention rule; zod's own words for it would speak of inputs.
  if (issue.discriminator === undefined) return issue.message;
  return choice(partOf(issue.input, issue.discriminator), keepingKinds);
}

function partOf(group: unknown, field: string): unknown {
  return typeof group === "object" && group !== null ? Object.getOwnPropertyDescriptor(group, field)?.value : undefined;
}

function choice(given: unknown, values: readonly string[]): string {
  const said = typeof given === "string" ? `"${given}" is not known; ` : "";
  return values.length === 1 ? `${said}must be ${values[0]}` : `${said}must be one of ${values.join(", ")}`;
}

/** ["retention", 1, "rule"] → "retention, entry 2, rule". */
function pathInWords(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the file";
  return path.map((part) => (typeof part === "number" ? `entry ${part + 1}` : String(part))).join(", ");
}

function kindInWords(expected: string): string {
  switch (expected) {
    case "object":
      return "a group of fields in { }";
    case "array":
      return "a list in [ ]";
    case "string":
      return "text in quotes";
    case "boolean":
      return "true or false";
    case "int":
      return "a whole number";
    default:
      return "a number";
  }
}
