// Decides by what a system is told to look for somebody: of what the request holds, only what that system finds people by.
// Answers to GDPR Art. 5(1)(c): an owner who needs an address learns no name.
import type { Person } from "../filing";
import { asksForOther, type Relation } from "../verification";
import type { Identifiers } from "./system-question";

/** What the request itself can give; a system may name others, and is asked without them. */
export const knownIdentifiers = ["name", "email", "telephone"] as const;

/** `wanted`: the register's list. Whoever asks for somebody else gives their own mailbox, which finds nobody. */
export function identifiersFor(person: Person, relation: Relation, wanted: readonly string[]): Identifiers {
  const asksForThemselves = !asksForOther(relation);
  const known: Record<string, string | undefined> = {
    name: person.name,
    email: person.knownEmail ?? (asksForThemselves ? person.email : undefined),
    telephone: asksForThemselves ? person.telephone : undefined,
  };
  return Object.fromEntries(
    wanted.flatMap((one) => {
      const value = known[one];
      return value ? [[one, value]] : [];
    }),
  );
}
