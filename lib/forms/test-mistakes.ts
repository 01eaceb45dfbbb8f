import type { z } from "zod";

/** Field → the first thing that is wrong with it, as a page would say it. */
export function mistakesIn(schema: z.ZodType, typed: unknown): Record<string, string> {
  const result = schema.safeParse(typed);
  const issues = result.success ? [] : result.error.issues;
  return Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0] ?? ""), message]));
}
