import "server-only";
import { appendOrganisationEvent, type OrganisationEvent } from "@/lib/db/event-store";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import { sha256 } from "@/lib/db/sha256";
import { findRegistered, type RegisterEntry } from "@/lib/db/systems";
import type { StaffActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { mayChangeSettings } from "@/lib/domain/settings-change";
import { systemText } from "@/lib/domain/systems/register";
import type { RegisteredSystem } from "@/lib/domain/systems/registered-system";

type Done = { ok: true } | Refused;
type Of = { organisation: Organisation; id: string };

/** Writes a system down: a new one where `version` is null, else the one that was looked at. One that was taken out comes back. */
export function saveSystem(
  actor: StaffActor,
  { organisation, system, version }: { organisation: Organisation; system: RegisteredSystem; version: number | null },
  now: Date,
): Promise<Done> {
  return change(actor, { organisation, id: system.id }, now, async (scope, held) => {
    const there = held && !held.removed ? held : null;
    if (version === null ? there !== null : there?.system.version !== version) return refuse("changed_meanwhile");
    await write(scope, system, now);
    return { type: "SystemSaved", ...digests(system.id, there?.system ?? null, system) };
  });
}

/** Takes a system out. Its row stays: records name it, and what it was asked is still to be answered or taken back. */
export function removeSystem(
  actor: StaffActor,
  { version, ...of }: Of & { version: number },
  now: Date,
): Promise<Done> {
  return change(actor, of, now, async ({ tx, organisationId }, held) => {
    if (!held || held.removed || held.system.version !== version) return refuse("changed_meanwhile");
    await tx.dataSystem.update({
      where: { organisationId_id: { organisationId, id: of.id } },
      data: { removedAt: now, changedAt: now, version: { increment: 1 } },
    });
    return { type: "SystemRemoved", ...digests(of.id, held.system, null) };
  });
}

/** Takes the file's word for a system over what was changed here. */
export function takeFiledSystem(actor: StaffActor, of: Of, now: Date): Promise<Done> {
  return change(actor, of, now, async (scope, held) => {
    if (!held?.filed) return refuse("not_found");
    await write(scope, held.filed, now);
    return { type: "SystemTakenFromFile", ...digests(of.id, held.removed ? null : held.system, held.filed) };
  });
}

/** The emergency stop, for all at once: nothing is asked of any system by itself until staff let it go on. */
export function stopSystems(
  actor: StaffActor,
  { organisation, stop }: { organisation: Organisation; stop: boolean },
  now: Date,
): Promise<Done> {
  return change(actor, { organisation, id: "" }, now, async ({ tx, organisationId }) => {
    const { count } = await tx.dataSystem.updateMany({
      where: { organisationId, removedAt: null, stoppedAt: stop ? null : { not: null } },
      data: { stoppedAt: stop ? now : null },
    });
    return { type: stop ? "SystemsStopped" : "SystemsResumed", systems: count };
  });
}

type Change = (scope: Scope, held: RegisterEntry | null) => Promise<OrganisationEvent | Refused>;

/** Whoever edits at the same time, and a start that reads the file, wait for each other at the organisation's lock. */
async function change(actor: StaffActor, { organisation, id }: Of, now: Date, make: Change): Promise<Done> {
  if (actor.organisationId !== organisation.id || !mayChangeSettings(actor.roles)) return refuse("not_found");
  return inOrganisation(organisation.id, async (scope) => {
    await scope.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${organisation.id}, 0))`;
    const made = await make(scope, id ? await findRegistered(scope, id) : null);
    if (isRefused(made)) return made;
    await appendOrganisationEvent(scope, { event: made, actor, at: now, day: todayAt(organisation, now) });
    return { ok: true };
  });
}

function isRefused(made: OrganisationEvent | Refused): made is Refused {
  return made.ok === false && "refusal" in made;
}

async function write({ tx, organisationId }: Scope, system: RegisteredSystem, now: Date): Promise<void> {
  const { id, name, owner, categories, recipients, identifiers, askedBy, order } = system;
  const lists = { categories: [...categories], recipients: [...recipients], identifiers: [...identifiers] };
  const who = { name, ownerName: owner.name, ownerEmail: owner.email ?? null };
  const data = { ...who, ...lists, askedBy, place: order, changedAt: now, removedAt: null };
  await tx.dataSystem.upsert({
    where: { organisationId_id: { organisationId, id } },
    create: { organisationId, id, ...data },
    update: { ...data, version: { increment: 1 } },
  });
}

/** What changed, so that it can be shown later whether a description is the one of that day; its text stays out of the record. */
function digests(system: string, before: RegisteredSystem | null, after: RegisteredSystem | null) {
  const of = (one: RegisteredSystem | null) => one && sha256(systemText(one));
  return { system, before: of(before), after: of(after) };
}
