// The retention schedule as it may be written: one rule for each category, of one of four kinds.
import { z } from "zod";
import { legalBases } from "@/lib/domain/retention-rule";
import { count, identifier, words } from "./organisation-parts";

const period = z.union(
  [z.strictObject({ days: count }), z.strictObject({ months: count }), z.strictObject({ years: count })],
  'must be one length of time, for example { "months": 24 }',
);

const rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("after_account_end"), days: count }),
  z.strictObject({ kind: z.literal("from_creation"), period }),
  z.strictObject({ kind: z.literal("until_withdrawal_or"), period, after: z.literal("last_interaction") }),
  z.strictObject({ kind: z.literal("while"), text: words }),
]);

export const retentionRule = z.strictObject({
  category: identifier,
  name: words,
  rule,
  legalBasis: z.enum(legalBases),
  purpose: words.optional(),
  source: words.optional(),
  lawfulException: z.strictObject({ text: words, law: words }).optional(),
  configurable: z.boolean().optional(),
  remainsAnonymised: words.optional(),
  note: words.optional(),
});
