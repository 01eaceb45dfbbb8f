import "server-only";
import { z } from "zod";
import { canonicalEmail } from "@/lib/domain/filing";
import { isMailAddress } from "@/lib/domain/mail-address";
import { type Refused, refuse } from "@/lib/domain/refusal";

// `email_verified` has to be the truth value: an account system that sends the text "false" must not be believed.
const name = z.string().trim().min(1).max(200).nullable().catch(null);
const claims = z.object({
  email: z
    .string()
    .transform(canonicalEmail)
    .refine((email) => isMailAddress(email)),
  email_verified: z.literal(true),
  name,
  given_name: name,
  family_name: name,
});

export type AccountHolder = { ok: true; email: string; name: string | null };

/**
 * Whom an account system says it has before it (OpenID Connect Core §5.1). Only a verified address counts: anybody can
 * open an account with somebody else's.
 */
export function holderOf(payload: unknown): AccountHolder | Refused {
  const read = claims.safeParse(payload);
  if (!read.success) return refuse("account_unverified");
  const { email, name, given_name: given, family_name: family } = read.data;
  return { ok: true, email, name: name ?? (given && family ? `${given} ${family}` : null) };
}
