// Decides which systems are asked next to erase, and whether anything of a released plan is still owed.
// Answers to GDPR Art. 17(1): without undue delay, in the order in which nothing is left pointing at what is gone.
import type { CalendarDate } from "../calendar-date";
import { owingStates } from "../lifecycle";
import type { RequestFacts } from "../request";
import { effectsOf, type Found, type PlanLine } from "./erasure-plan";
import { type EffectAnswer, isComplete, type Searched, type StatementLine, statementLines } from "./erasure-statement";
import type { SystemTask } from "./task";

type Erasing = Pick<RequestFacts, "plan" | "tasks">;

// Tasks of this plan: what was asked to erase before it (another plan, a cancelled one) says nothing of it.
function erasing({ plan, tasks }: Erasing): readonly SystemTask[] {
  const begunOn = plan?.begunOn;
  return begunOn
    ? tasks.filter(({ verb, openedOn, state }) => verb === "erase" && openedOn >= begunOn && state !== "cancelled")
    : [];
}

/**
 * What to ask now: the systems of the lowest order in which something is owed, but for those that were asked. Empty while
 * those that were asked have not answered, and when all did.
 */
export function nextEffects(facts: Erasing): readonly { system: string; categories: readonly string[] }[] {
  const { plan } = facts;
  if (!plan?.begunOn) return [];
  const asked = erasing(facts);
  const answered = new Set(asked.filter(({ answered }) => answered !== null).map(({ system }) => system));
  const effects = effectsOf(plan.lines);
  const orderOf = (system: string) => plan.lines.find((line) => line.system === system)?.order ?? 0;
  const owed = effects.filter(({ system }) => !answered.has(system));
  const turn = Math.min(...owed.map(({ system }) => orderOf(system)));
  return owed.filter(({ system }) => orderOf(system) === turn && !asked.some((task) => task.system === system));
}

/** The day on which a released plan is begun; null while none waits for its day. */
export function erasesFrom({ plan, state }: Pick<RequestFacts, "plan" | "state">): CalendarDate | null {
  const waits = plan !== null && plan.begunOn === null && owingStates.includes(state);
  return waits ? (plan.released?.effectsFrom ?? null) : null;
}

/** System → what looking there found last, for the plan. A system that knew nobody has nothing of anything. */
export function countsFound({ tasks }: Pick<RequestFacts, "tasks">): Found {
  const looked = tasks.filter(
    ({ verb, answered }) => verb === "look_up" && answered !== null && answered.answer !== "exception",
  );
  return Object.fromEntries(looked.map(({ system, answered }) => [system, answered?.counts ?? {}]));
}

/** Where was looked and by what, the newest day of each system; in the plan's order. */
export function erasureSearched({ plan, tasks }: Erasing): readonly Searched[] {
  const names = new Map((plan?.lines ?? []).map(({ system, systemName }) => [system, systemName]));
  return [...names].flatMap(([system, systemName]) => {
    const days = tasks.flatMap((task) =>
      task.system === system && task.answered !== null && task.answered.answer !== "exception" ? task.answered.on : [],
    );
    const on = days.toSorted().at(-1);
    return on ? [{ system, systemName, identifiers: plan?.identifiers[system] ?? [], on }] : [];
  });
}

/** The lines of the statement as they stand. `reasons`: what a system that would not erase said, by task. */
export function erasureLinesTold(facts: Erasing, reasons: Readonly<Record<string, string>>): readonly StatementLine[] {
  const answers: Record<string, EffectAnswer> = {};
  for (const { id, system, answered } of erasing(facts)) {
    if (answered === null) continue;
    const { on, answer, counts } = answered;
    answers[system] =
      answer === "done"
        ? { kind: "done", on, counts }
        : answer === "not_found"
          ? { kind: "not_found", on }
          : { kind: "exception", on, reason: reasons[id] ?? "" };
  }
  return statementLines(facts.plan?.lines ?? ([] satisfies PlanLine[]), answers);
}

/** A plan stands and not all of it is done: waiting for release, for its day, or for a system. */
export function isErasureOwed(facts: Erasing): boolean {
  return facts.plan !== null && (facts.plan.begunOn === null || !isComplete(erasureLinesTold(facts, {})));
}
