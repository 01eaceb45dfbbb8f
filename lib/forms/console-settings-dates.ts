// What the page of dates may be asked and told: where its next page begins, and which requests were chosen on it.
import { z } from "zod";
import { parseReference } from "@/lib/domain/reference";
import type { SearchParameters } from "./console-queue";

export const datesFormKey = "console-settings-dates";

/** One page lists at most this many, and a form cannot name more. */
const listed = 50;

const seen = z.string().transform((typed, context) => {
  const [written = "", version = ""] = typed.split(":");
  const reference = parseReference(written);
  if (reference && /^[1-9]\d{0,5}$/.test(version)) return { reference, seenVersion: Number(version) };
  context.addIssue({ code: "custom", message: "Choose from the list." });
  return z.NEVER;
});
const several = z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(seen).max(listed));

/** `which`: the button that was pressed. `listed` names every row that may move, `request` the ticked ones. */
export const adoptForm = z
  .object({
    version: z.coerce.number().int().positive(),
    which: z.enum(["chosen", "listed"]).catch("chosen"),
    request: several,
    listed: several,
  })
  .transform(({ version, which, request, listed: all }, context) => {
    const requests = which === "listed" ? all : request;
    if (requests.length > 0) return { version, requests };
    context.addIssue({ code: "custom", message: "Choose at least one request." });
    return z.NEVER;
  });

/** The value of one row: what was looked at. */
export function seenValue({ reference, seenVersion }: { reference: string; seenVersion: number }): string {
  return `${reference}:${seenVersion}`;
}

export function readAfter({ after }: SearchParameters): string | null {
  return z
    .guid()
    .nullable()
    .catch(null)
    .parse(after ?? null);
}
