import type { z } from "zod";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";

/** The fields of a post; null when the body is no form at all, or was cut off on its way. */
export async function readForm(http: Request): Promise<FormData | null> {
  try {
    return await http.formData();
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

/** Texts of a form; a name that came twice is a list, so that a schema for one text refuses it. Files are left out. */
export function readTyped(form: FormData): Typed {
  const typed = new Map<string, string | string[]>();
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || name === "__proto__") continue;
    const before = typed.get(name);
    // Browsers send line ends as CRLF; people do not count them twice.
    const text = value.replaceAll("\r\n", "\n");
    // Added to in place: thousands of fields of one name must not be copied thousands of times.
    if (Array.isArray(before)) before.push(text);
    else typed.set(name, before === undefined ? text : [before, text]);
  }
  return Object.fromEntries(typed);
}

/** The first sentence for each field; a mistake of the whole form is under "". */
export function mistakesOf(error: z.ZodError): Mistakes {
  const mistakes: Record<string, string> = {};
  for (const issue of error.issues) mistakes[issue.path.join(".")] ??= issue.message;
  return mistakes;
}

const typedAgain: ReadonlySet<string> = new Set(["code", "deskCode"]);

/** What may be kept for a page that comes back: codes never, they are typed again. */
export function withoutCodes(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !typedAgain.has(name)));
}
