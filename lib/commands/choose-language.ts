import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { PersonActor } from "@/lib/domain/actor";
import type { Language } from "@/lib/domain/language";
import { type Refused, refuse } from "@/lib/domain/refusal";

/**
 * Sets the language of every later letter about the request whose key the person holds. A preference, no step: it
 * changes nothing that the record has to prove, and the language of the filing stays in its receipt. A key from before the
 * address was proven is refused: it may be a stranger's.
 */
export async function chooseLanguage(
  actor: PersonActor,
  input: { language: Language },
): Promise<{ ok: true } | Refused> {
  const { organisationId, requestId, proven } = actor;
  if (!proven) return refuse("not_found");
  await inOrganisation(organisationId, ({ tx }) =>
    tx.privacyRequest.updateMany({ where: { id: requestId }, data: { language: input.language } }),
  );
  return { ok: true };
}
