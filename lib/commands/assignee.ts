import "server-only";
import { membersOf } from "@/lib/db/memberships";
import type { Scope } from "@/lib/db/organisation-scope";
import { canWork } from "@/lib/domain/cover";
import type { Refusal } from "@/lib/domain/refusal";

/**
 * Why a request cannot be given to somebody by hand; null when it can, and where it is given to nobody. Another
 * organisation's people and nobody at all are answered alike (ATK-T1).
 */
export async function assigneeRefusal(scope: Scope, to: string | null): Promise<Refusal | null> {
  if (to === null) return null;
  const member = (await membersOf(scope)).find(({ id }) => id === to);
  if (!member) return "not_found";
  return canWork(member) ? null : "assignee_unfit";
}
