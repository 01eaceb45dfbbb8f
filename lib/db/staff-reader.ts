import "server-only";
import type { Scope } from "./organisation-scope";

/** Where letters reach somebody who works here; null once they left the organisation or their account was closed. */
export async function staffReader({ tx, organisationId }: Scope, staffId: string): Promise<string | null> {
  const here = await tx.membership.count({ where: { staffId, organisationId, roles: { isEmpty: false } } });
  const member = await tx.staffMember.findUnique({ where: { id: staffId }, select: { email: true, disabledAt: true } });
  return here > 0 && member && !member.disabledAt ? member.email : null;
}
