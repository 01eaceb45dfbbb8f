import "server-only";
import { findLink } from "@/lib/db/challenge-use";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest, personOf } from "@/lib/db/request-store";
import type { VisitorActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { nextState } from "@/lib/domain/lifecycle";
import type { Right } from "@/lib/domain/right";

/** What a person sees of the request that an agent made in their name, before they say whether that is so. */
export type AgentAsking = {
  agent: string;
  person: string;
  rights: readonly Right[];
  receivedOn: CalendarDate;
  reference: string;
  /** Something of the person's can still come of it. */
  mayAuthorise: boolean;
  mayDisown: boolean;
};

/** Null for a link that is unknown, used or too old. Looking uses nothing up. */
export async function agentAsking(
  actor: VisitorActor,
  { organisation, token }: { organisation: Organisation; token: string },
  now: Date,
): Promise<AgentAsking | null> {
  if (actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const link = await findLink(scope, { token, purposes: ["authorise"] }, now);
    const stored = link && (await loadRequest(scope, organisation, { id: link.requestId }));
    const person = stored && personOf(stored);
    if (!person) return null;
    const { facts, reference } = stored;
    return {
      agent: person.askerName ?? "",
      person: person.name,
      rights: facts.rights.map(({ right }) => right),
      receivedOn: facts.receivedOn,
      reference,
      mayAuthorise: nextState("authorise", facts.state) !== null && facts.authority.deniedOn === null,
      mayDisown: nextState("disown", facts.state) !== null && facts.authority.deniedOn === null,
    };
  });
}
