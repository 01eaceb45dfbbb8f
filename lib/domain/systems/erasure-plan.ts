// Decides, before anything is erased, what would go from which system, what stays and why, in which order and not before when.
// Answers to GDPR Arts 12(4), 17(1) and 17(3), and Art. 5(2): who releases an erasure has seen what it does.
import { type CalendarDate, earliest, plusDays } from "../calendar-date";
import type { OrganisationProfile } from "../organisation";
import { erasureLines, type RetentionFacts, type RetentionLine } from "../retention";
import type { RegisteredSystem } from "./registered-system";
import type { Counts } from "./system-question";

export type PlannedAction = "erase" | "anonymise" | "keep_until" | "keep_while";

/**
 * One category in one system. `count`: records found there by looking; null while nobody has looked. `until` belongs to
 * `keep_until`, `by` to what goes. `because` and `law` are for the person.
 */
export type PlanLine = {
  system: string;
  /** As the register calls it on the day of the plan, and the category as the schedule does. */
  systemName: string;
  category: string;
  name: string;
  action: PlannedAction;
  /** Its system's place: what has the same one is asked at the same time. */
  order: number;
  count: number | null;
  by?: CalendarDate;
  until?: CalendarDate;
  because: string;
  law?: string;
};

/** Why a plan cannot be released yet: a category that lies in no system, or one that the schedule does not know. */
export type PlanHole = { kind: "no_system" | "no_rule"; category: string; system?: string };

export type ErasurePlan = { lines: readonly PlanLine[]; holes: readonly PlanHole[] };

type Schedule = Pick<OrganisationProfile, "retention" | "erasure">;
/** System → what looking there found. */
export type Found = Readonly<Record<string, Counts>>;

/** Systems in their order (what points at others before what is pointed at), within one in the schedule's order. */
export function erasurePlan(
  profile: Schedule,
  systems: readonly RegisteredSystem[],
  { facts, found }: { facts: RetentionFacts; found: Found },
): ErasurePlan {
  const schedule = erasureLines(profile, facts);
  const anonymised = new Set(
    profile.retention.filter(({ remainsAnonymised }) => remainsAnonymised).map(({ category }) => category),
  );
  const inOrder = systems.toSorted((one, other) => one.order - other.order);
  const lines = inOrder.flatMap(({ id, name, categories, order }) =>
    schedule
      .filter(({ category }) => categories.includes(category))
      .map((line) => planLine(line, { system: id, systemName: name, order, anonymised, counts: found[id] })),
  );
  return { lines, holes: holesOf(schedule, inOrder) };
}

type Looked = { anonymised: ReadonlySet<string>; counts: Counts | undefined };

function planLine(
  { category, name, outcome, by, until, because, law }: RetentionLine,
  place: Pick<PlanLine, "system" | "systemName" | "order"> & Looked,
): PlanLine {
  const { system, systemName, order, anonymised, counts } = place;
  const action = outcome === "erase" && anonymised.has(category) ? "anonymise" : outcome;
  const count = counts === undefined ? null : (counts[category] ?? 0);
  return {
    system,
    systemName,
    category,
    name,
    action,
    order,
    count,
    ...(by && { by }),
    ...(until && { until }),
    because,
    ...(law && { law }),
  };
}

function holesOf(schedule: readonly RetentionLine[], systems: readonly RegisteredSystem[]): PlanHole[] {
  const held = new Set(systems.flatMap(({ categories }) => categories));
  const ruled = new Set(schedule.map(({ category }) => category));
  return [
    ...schedule
      .filter(({ category }) => !held.has(category))
      .map(({ category }): PlanHole => ({ kind: "no_system", category })),
    ...systems.flatMap(({ id, categories }) =>
      categories
        .filter((category) => !ruled.has(category))
        .map((category): PlanHole => ({ kind: "no_rule", category, system: id })),
    ),
  ];
}

/** What the plan has a system do: the categories that go from it. A system that only keeps is not asked. */
export function effectsOf(plan: readonly PlanLine[]): readonly { system: string; categories: readonly string[] }[] {
  const going = plan.filter(({ action }) => action === "erase" || action === "anonymise");
  const systems = [...new Set(going.map(({ system }) => system))];
  return systems.map((system) => ({
    system,
    categories: going.filter((line) => line.system === system).map(({ category }) => category),
  }));
}

/** Days between release and the first effect where the organisation says nothing: what is erased cannot be brought back. */
export const waitingDaysUnlessSaid = 3;

/**
 * The day from which the released plan may be carried out: the person can still withdraw until then. It never costs the
 * answer its date: where the promised wait would end after the due day, it ends on the day before, but not before release.
 */
export function effectsFrom(
  releasedOn: CalendarDate,
  { waitingDays, dueOn }: { waitingDays: number; dueOn: CalendarDate | null },
): CalendarDate {
  const promised = plusDays(releasedOn, waitingDays);
  if (dueOn === null) return promised;
  const last = plusDays(dueOn, -1);
  return last < releasedOn ? releasedOn : earliest(promised, last);
}
