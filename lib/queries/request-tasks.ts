import "server-only";
import { openText } from "@/lib/db/field-encryption";
import type { Scope } from "@/lib/db/organisation-scope";
import { dataKeyOf, type StoredRequest } from "@/lib/db/request-store";
import { findSystem, type KeptSystem, registeredSystems } from "@/lib/db/systems";
import type { StaffActor } from "@/lib/domain/actor";
import { mayTake, nextState } from "@/lib/domain/lifecycle";
import { isTaskProven, type SystemTask, type TaskOffer, taskOffers } from "@/lib/domain/systems/task";
import { type FileLine, filesOfTasks } from "./request-words";

export type TaskLine = SystemTask & {
  systemName: string;
  /** A machine is asked by the worker, an owner by letter; without an address nobody is, and staff answer. */
  by: "machine" | "letter" | "nobody";
  owner: string;
  stopped: boolean;
  /** When it is tried next by itself; null when it is not. */
  nextTryAt: Date | null;
  attempts: number;
  /** What the owner or the machine said; null where nothing was, or the reader's role does not include it. */
  words: string | null;
  files: readonly FileLine[];
};

export type OfferLine = TaskOffer & Pick<TaskLine, "systemName" | "by" | "owner">;

export type RequestTasks = {
  tasks: readonly TaskLine[];
  /** What can be asked now; nothing before the request holds the proof. */
  offers: readonly OfferLine[];
  /** Something could be asked, and waits for proof. */
  waitsForProof: boolean;
  /** The reader asks systems, asks again and takes questions back; or only looks. */
  acts: boolean;
  systems: readonly KeptSystem[];
};

/** What systems were asked for a request, what came of it, and what can be asked. */
export async function requestTasks(scope: Scope, stored: StoredRequest, actor: StaffActor): Promise<RequestTasks> {
  const { facts } = stored;
  const systems = await registeredSystems(scope);
  const open = mayTake("open_tasks", actor.roles) && nextState("open_tasks", facts.state) !== null;
  const all = open && facts.purgedOn === null ? taskOffers(facts, systems) : [];
  const offers = all.filter((offer) => isTaskProven(facts, offer));
  return {
    tasks: await linesOf(scope, stored, actor),
    offers: offers.flatMap((offer) => {
      const system = systems.find(({ id }) => id === offer.system);
      return system ? [{ ...offer, ...aboutOf(system) }] : [];
    }),
    waitsForProof: offers.length < all.length,
    acts: mayTake("cancel_task", actor.roles) && nextState("cancel_task", facts.state) !== null,
    systems,
  };
}

async function linesOf(scope: Scope, stored: StoredRequest, actor: StaffActor): Promise<TaskLine[]> {
  const { tasks } = stored.facts;
  if (tasks.length === 0) return [];
  const rows = await scope.tx.task.findMany({ where: { requestId: stored.id } });
  const sees = mayTake("inspect", actor.roles) && stored.row.wrappedKey !== null;
  const files = sees ? await filesOfTasks(scope, stored) : [];
  const lines: TaskLine[] = [];
  for (const task of tasks) {
    const row = rows.find(({ id }) => id === task.id);
    const system = await findSystem(scope, task.system);
    if (!row || !system) continue;
    lines.push({
      ...task,
      ...aboutOf(system),
      stopped: system.stopped,
      nextTryAt: row.nextTryAt,
      attempts: row.attempts,
      words: sees && row.words ? openText(dataKeyOf(stored), `task.words.${row.id}`, row.words) : null,
      files: files.filter(({ taskId }) => taskId === task.id),
    });
  }
  return lines;
}

function aboutOf({ name, owner, askedBy }: KeptSystem): Pick<TaskLine, "systemName" | "by" | "owner"> {
  const by = askedBy.kind !== "manual" ? "machine" : owner.email ? "letter" : "nobody";
  return { systemName: name, owner: owner.name, by };
}
