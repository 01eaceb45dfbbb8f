import "server-only";
import { needsLookUp, type ProvenAccount } from "@/lib/domain/account";
import type { Filing } from "@/lib/domain/filing";
import type { Matcher } from "@/lib/domain/matching";

/** The organisation's matching source. `onAway` is told when it is away, for the log. */
export type NameLookUp = { matcher: Matcher; onAway(fault: unknown): void };

/**
 * Does the organisation know its account by the name of the request? Asked where the account tells no name and nothing else is
 * missing; a source that is away knows nobody. Outside of every transaction: the source may take its time.
 */
export async function nameOnFile(
  lookUp: NameLookUp | undefined,
  { account, asking }: { account: ProvenAccount | undefined; asking: Pick<Filing, "relation" | "person"> },
  now: Date,
): Promise<boolean> {
  if (!lookUp || !account || !needsLookUp(account, asking)) return false;
  try {
    const question = { name: asking.person.name, email: account.email, points: {} };
    return (await lookUp.matcher(question, now)).addressOnFile;
  } catch (fault) {
    lookUp.onAway(fault);
    return false;
  }
}
