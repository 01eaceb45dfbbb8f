import "server-only";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { keepPresent, othersPresent } from "@/lib/db/presence-rows";
import type { StaffActor } from "@/lib/domain/actor";
import { type PresenceSign, type Present, presentOf, presentUntil } from "@/lib/domain/presence";

type AtRequest = { organisation: Organisation; reference: string };

/** `name` is the colleague's, who is a member of the same organisation. */
export type PresentColleague = Present & { name: string };

/**
 * Says that a member of staff has a request open, and tells who else has. `activity`: the step whose words they write, or
 * empty. Null where the organisation has no such request, which is also the answer to whoever does not belong to it.
 */
export async function bePresent(
  actor: StaffActor,
  { organisation, reference, activity, by }: AtRequest & { activity: string; by: PresenceSign },
  now: Date,
): Promise<readonly PresentColleague[] | null> {
  if (actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const requestId = await requestIn(scope, reference);
    if (requestId === null) return null;
    const { staffId } = actor;
    // Whoever writes is also there: when the words are sent they stay, since they came.
    const rows = [{ activity: "" }, ...(activity === "" ? [] : [{ activity }])];
    for (const row of rows) {
      await keepPresent(scope, { requestId, staffId, ...row, now, until: presentUntil(by, now) });
    }
    const present = presentOf(await othersPresent(scope, { requestId, staffId, now }));
    const named = await scope.tx.staffMember.findMany({
      where: { id: { in: present.map((one) => one.staffId) } },
      select: { id: true, name: true },
    });
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return present.map((one) => ({ ...one, name: names.get(one.staffId) ?? "Somebody who left" }));
  });
}

/** The page was left: unless another one of the same request says otherwise, they are gone in a moment. */
export async function leavePage(
  actor: StaffActor,
  { organisation, reference, activity }: AtRequest & { activity: string },
  now: Date,
): Promise<void> {
  if (actor.organisationId !== organisation.id) return;
  await inOrganisation(organisation.id, async (scope) => {
    const requestId = await requestIn(scope, reference);
    if (requestId === null) return;
    const until = presentUntil("leaving", now);
    const activities = activity === "" ? [""] : ["", activity];
    await scope.tx.presence.updateMany({
      where: { requestId, staffId: actor.staffId, activity: { in: activities }, until: { gt: until } },
      data: { until },
    });
  });
}

async function requestIn({ tx }: Scope, reference: string): Promise<string | null> {
  const found = await tx.privacyRequest.findUnique({ where: { reference }, select: { id: true } });
  return found?.id ?? null;
}
