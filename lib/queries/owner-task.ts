import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { detailsOf, loadRequest, personOf, todayAt } from "@/lib/db/request-store";
import { findSystem } from "@/lib/db/systems";
import { findTaskLink } from "@/lib/db/task-keys";
import type { OwnerActor, VisitorActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { identifiersFor } from "@/lib/domain/systems/identifiers";
import type { Identifiers, Verb } from "@/lib/domain/systems/system-question";
import { isLiveTask, isTaskProven } from "@/lib/domain/systems/task";

/** A task as whoever answers for its system sees it. `about`: only what the system finds people by. */
export type OwnerTask = {
  id: string;
  reference: string;
  system: string;
  owner: string;
  verb: Verb;
  /** Id and name of each category, as the schedule calls it. */
  categories: readonly { id: string; name: string }[];
  about: Identifiers;
  /** What the person wants to stand there, in their words; for a correction only. */
  correction: Readonly<Record<string, string>> | null;
  instructions: string | null;
  dueOn: CalendarDate;
  today: CalendarDate;
};

/** Null once it was answered or taken back, and while the request does not hold the proof: nobody learns whom it is about. */
export async function ownerTask(
  actor: OwnerActor,
  { organisation }: { organisation: Organisation },
  now: Date,
): Promise<OwnerTask | null> {
  if (actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    const task = stored?.facts.tasks.find(({ id }) => id === actor.taskId);
    if (!stored || !task || !isLiveTask(task) || !isTaskProven(stored.facts, task)) return null;
    const [system, person] = [await findSystem(scope, task.system), personOf(stored)];
    if (!system || !person) return null;
    const names = new Map(organisation.profile.retention.map(({ category, name }) => [category, name]));
    return {
      id: task.id,
      reference: stored.reference,
      system: system.name,
      owner: system.owner.name,
      verb: task.verb,
      categories: task.categories.map((id) => ({ id, name: names.get(id) ?? id })),
      about: identifiersFor(person, stored.facts.received.relation, system.identifiers),
      correction: task.verb === "rectify" ? (detailsOf(stored)?.rectification ?? null) : null,
      instructions: system.askedBy.kind === "manual" ? (system.askedBy.instructions ?? null) : null,
      dueOn: task.dueOn,
      today: todayAt(organisation, now),
    };
  });
}

/** What a link leads to, told apart no further than the page has to: lives, has run out, or nothing. */
export async function taskLinkStanding(
  actor: VisitorActor,
  { organisation, token }: { organisation: Organisation; token: string },
  now: Date,
): Promise<"alive" | "old" | "over"> {
  if (actor.organisationId !== organisation.id) return "over";
  const link = await inOrganisation(organisation.id, (scope) => findTaskLink(scope, token, now));
  if (!link) return "over";
  return link.alive ? "alive" : "old";
}
