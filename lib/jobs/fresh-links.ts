import "server-only";
import { oweFreshLinks } from "@/lib/commands/owe-fresh-links";
import { findOrganisation } from "@/lib/db/organisations";

export type FreshLinksOwed = { organisationId: string } & ({ emailIndex: string } | { reference: string });

/** Finds out whether there is anything to send a link to, where nobody can watch how long it takes. */
export async function freshLinks(owed: FreshLinksOwed, now: Date): Promise<number> {
  const { organisationId, ...of } = owed;
  const organisation = await findOrganisation({ id: organisationId });
  if (!organisation) return 0;
  return oweFreshLinks({ kind: "system", organisationId, task: "fresh_links" }, { organisation, of }, now);
}
