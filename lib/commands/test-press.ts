import { tokenHash } from "@/lib/db/key-ring";
import { inOrganisation } from "@/lib/db/organisation-scope";

/** A link pressed in the browser in which its request was asked for; dead links are nobody's. */
export async function pressedHere(organisation: { id: string }, token: string) {
  const link = await inOrganisation(organisation.id, ({ tx }) =>
    tx.challenge.findUnique({ where: { tokenHash: tokenHash(token) } }),
  );
  return { by: "link", token, askedHere: link?.requestId ?? null, code: null } as const;
}
