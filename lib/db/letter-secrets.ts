import "server-only";
import type { LetterKind, PersonLetter, StaffLetter } from "@/lib/domain/letters";
import { staffLetters } from "@/lib/domain/letters";
import { type ChallengePurpose, challengeLimits, createChallenge, dropChallenges, renewCode } from "./challenges";
import type { Scope } from "./organisation-scope";

/** What a letter carries that nobody else may read; made when it is sent, emptied once it was. Instants as ISO 8601. */
export type LetterSecrets = { token: string; code: string; linkExpiresAt: string; codeExpiresAt: string };

// The door that a letter's link opens, where it is another than the request's page.
const purposeOf: Readonly<Partial<Record<LetterKind, ChallengePurpose>>> = {
  confirm_address: "confirm",
  confirmation_reminder: "confirm",
  confirm_agent: "authorise",
  confirm_new_address: "new_address",
  delivery_code: "deliver",
};
// An end needs no key: what is left to see stays behind "send me a fresh link". Staff sign in.
const withoutLink: ReadonlySet<LetterKind> = new Set<PersonLetter | StaffLetter>([
  "lapsed",
  "unproven",
  "address_changed",
  ...staffLetters,
]);

/**
 * The link and code with which a letter leaves now. What an earlier try put into it is kept while more than half of its
 * life is left: that try may have arrived. Otherwise a new one takes its place and the old one opens nothing any more.
 * Null for a letter that carries no link.
 */
export async function secretsAtSending(
  scope: Scope,
  letter: { id: string; requestId: string; kind: LetterKind; held: LetterSecrets | null },
  now: Date,
): Promise<LetterSecrets | null> {
  if (withoutLink.has(letter.kind)) return null;
  const { id: letterId, requestId, held } = letter;
  if (held && isYoung(held.linkExpiresAt, linkLife, now)) {
    if (isYoung(held.codeExpiresAt, codeLife, now)) return held;
    const renewed = await renewCode(scope, { requestId, token: held.token }, now);
    if (renewed) return { ...held, code: renewed.code, codeExpiresAt: renewed.codeExpiresAt.toISOString() };
  }
  await dropChallenges(scope, letterId);
  const purpose: ChallengePurpose = purposeOf[letter.kind] ?? "open";
  const made = await createChallenge(scope, { requestId, letterId, purpose }, now);
  return {
    token: made.token,
    code: made.code,
    linkExpiresAt: made.linkExpiresAt.toISOString(),
    codeExpiresAt: made.codeExpiresAt.toISOString(),
  };
}

const linkLife = challengeLimits.linkDays * 86_400_000;
const codeLife = challengeLimits.codeMinutes * 60_000;

function isYoung(expiresAt: string, life: number, now: Date): boolean {
  return new Date(expiresAt).getTime() - now.getTime() > life / 2;
}
