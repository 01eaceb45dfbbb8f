import "server-only";
import { membersOf } from "@/lib/db/memberships";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Names of those who signed something, of the rules that assigned and of the systems that were asked, a task by its system's;
 * people who left, and rules and systems that are gone, keep theirs, because the record keeps their id.
 */
export async function staffNames(
  { tx }: Pick<Scope, "tx">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((id) => uuid.test(id));
  const others = [...new Set(ids)].filter((id) => !uuid.test(id));
  const systems = others.length > 0 ? await tx.dataSystem.findMany({ where: { id: { in: others } } }) : [];
  if (known.length === 0) return new Map(systems.map(({ id, name }) => [id, name]));
  const people = await tx.staffMember.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  const missing = known.filter((id) => !people.some((one) => one.id === id));
  const rules =
    missing.length > 0
      ? await tx.assignmentRule.findMany({ where: { id: { in: missing } }, select: { id: true, name: true } })
      : [];
  const asked =
    missing.length > rules.length
      ? await tx.task.findMany({
          where: { id: { in: missing } },
          select: { id: true, system: { select: { name: true } } },
        })
      : [];
  const tasks = asked.map(({ id, system }) => ({ id, name: system.name }));
  return new Map([...people, ...rules, ...systems, ...tasks].map(({ id, name }) => [id, name]));
}

/** The people of the reader's organisation, by name. */
export async function organisationMembers(actor: StaffActor): Promise<readonly { id: string; name: string }[]> {
  const members = await inOrganisation(actor.organisationId, membersOf);
  return members.map(({ id, name }) => ({ id, name }));
}
