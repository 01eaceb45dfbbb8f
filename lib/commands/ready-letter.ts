import "server-only";
import { sealText } from "@/lib/db/field-encryption";
import { type LetterSecrets, secretsAtSending } from "@/lib/db/letter-secrets";
import { loadLetter, type StoredLetter } from "@/lib/db/letter-store";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { ownerSecretsAtSending } from "@/lib/db/owner-letters";
import { dataKeyOf } from "@/lib/db/request-store";
import type { SystemActor } from "@/lib/domain/actor";

export type ReadyLetter = StoredLetter & { secrets: LetterSecrets | null };

/**
 * Makes a letter ready to leave: its link and code are made now, however long it waited, and written into its row in the
 * same transaction, so that a worker that is killed afterwards finds them and one letter never has two that work. Null
 * when there is no such letter here or it was settled.
 */
export async function readyLetter(
  actor: SystemActor,
  input: { organisation: Organisation; letterId: string },
  now: Date,
): Promise<ReadyLetter | null> {
  const { organisation, letterId } = input;
  if (actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    // Two workers with the same letter in hand take turns here and send the same link.
    await scope.tx.$queryRaw`select 1 from letter where id = ${letterId}::uuid for update`;
    const letter = await loadLetter(scope, organisation, letterId);
    if (!letter || letter.status === "sent" || letter.status === "failed") return null;
    return { ...letter, secrets: await secretsOf(scope, letter, now) };
  });
}

async function secretsOf(scope: Scope, letter: StoredLetter, now: Date): Promise<LetterSecrets | null> {
  // Nobody will read it, or a skeleton of a request has nothing left to open.
  if (letter.crowdedOut || letter.to === null || !letter.request.row.wrappedKey) return null;
  const { id, kind, held, request } = letter;
  const of = { id, requestId: request.id, held };
  const secrets =
    letter.audience === "owner"
      ? await ownerSecretsAtSending(scope, { ...of, kind: letter.kind, taskId: letter.task.id }, now)
      : await secretsAtSending(scope, { ...of, kind }, now);
  if (secrets && secrets !== held) {
    const note = sealText(dataKeyOf(request), `letter.note.${id}`, JSON.stringify(secrets));
    await scope.tx.letter.update({ where: { id }, data: { note } });
  }
  return secrets;
}
