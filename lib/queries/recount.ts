import "server-only";
import { dayToRow } from "@/lib/db/law-day";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordedFromRow } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, daysBetween, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import type { RecordedEvent } from "@/lib/domain/events";
import { ageBands, bandOf, lateBands } from "@/lib/domain/figure-bands";
import { endOf, isAnsweredLate, isOwed, monthOf, type Point } from "@/lib/domain/figures";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { foldRequest, waitingOn } from "@/lib/domain/request";
import { requestClock } from "@/lib/domain/request-clock";
import { spreadOf } from "@/lib/domain/spread";
import { type OwedFigures, owedAsOf } from "./figures";
import { type Cohort, cohortsWith, type SettledFigures, settledBetween } from "./figures-settled";
import { everyLateRow } from "./overdue";

/** A report's figures for one day: what is owed, what ended in twelve months up to it, and the list of what is late. */
export type DayFigures = {
  owed: OwedFigures;
  settled: Omit<SettledFigures, "extensionGrounds">;
  cohorts: readonly Cohort[];
  /** Reference and date, the most days late first. */
  late: readonly string[];
};

type Look = { organisation: Organisation; asOf: CalendarDate };
const batchSize = 500;

/** The figures of a day as the ledger has them. */
export async function ledgerFigures(actor: StaffActor, look: Look): Promise<DayFigures> {
  const { asOf } = look;
  const owed = await owedAsOf(actor, look);
  const { extensionGrounds: _, ...settled } = await settledBetween(actor, { from: yearBefore(asOf), to: asOf, asOf });
  const cohorts = await cohortsWith(actor, { asOf, months: owed.months });
  const late = await everyLateRow(actor, asOf);
  return { owed, settled, cohorts, late: late.map(({ reference, dueOn }) => `${reference} ${dueOn}`).sort(byDate) };
}

/**
 * The same figures made anew from the record: every chain is folded up to that day and counted, and nothing of the ledger is
 * looked at. Takes as long as there are requests; the ledger is what pages read.
 */
export async function recount(actor: StaffActor, look: Look): Promise<DayFigures> {
  const { organisation, asOf } = look;
  if (actor.organisationId !== organisation.id) throw new Error("a report is read in its own organisation");
  const points: (Point & { reference: string })[] = [];
  for await (const { reference, chain } of chainsUpTo(organisation.id, asOf)) {
    const facts = foldRequest(chain);
    points.push({ reference, facts, dueOn: requestClock(facts, clockSettingsOf(organisation, facts)).dueOn });
  }
  const owed = points.filter(({ facts }) => isOwed(facts));
  const late = owed.flatMap((point) => (point.dueOn && point.dueOn < asOf ? [{ ...point, dueOn: point.dueOn }] : []));
  return {
    owed: countOwed(owed, late, look),
    settled: countSettled(points, asOf),
    cohorts: months(asOf).map((month) => cohort(points, month, asOf)),
    late: late.map(({ reference, dueOn }) => `${reference} ${dueOn}`).sort(byDate),
  };
}

// In batches by id, each its own transaction: no history stands in memory at once. Events up to a day that is over do not
// change, so the batches fit together.
async function* chainsUpTo(
  organisationId: string,
  asOf: CalendarDate,
): AsyncGenerator<{ reference: string; chain: readonly RecordedEvent[] }> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const start = after;
    const rows = await inOrganisation(organisationId, ({ tx }) =>
      tx.privacyRequest.findMany({
        where: { id: { gt: start }, receivedOn: { lte: dayToRow(asOf) } },
        orderBy: { id: "asc" },
        take: batchSize,
        select: {
          id: true,
          reference: true,
          events: { where: { day: { lte: dayToRow(asOf) } }, orderBy: { seq: "asc" } },
        },
      }),
    );
    for (const { reference, events } of rows) {
      // A letter that staff wrote down later is received by then, but nothing was recorded of it yet.
      if (events.length > 0) yield { reference, chain: events.map(recordedFromRow) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.id;
  }
}

type Late = Point & { dueOn: CalendarDate };

function countOwed(owed: readonly Point[], late: readonly Late[], { organisation, asOf }: Look): OwedFigures {
  const soonDays = organisation.profile.dueSoonDays;
  const until = plusDays(asOf, soonDays);
  const waits = (points: readonly Point[]) => {
    const person = points.filter(({ facts }) => waitingOn(facts.state) === "person").length;
    return { person, organisation: points.length - person };
  };
  const ageOf = ({ facts }: Point) => bandOf(ageBands, daysBetween(facts.receivedOn, asOf));
  return {
    asOf,
    open: owed.length,
    dueSoon: owed.filter(({ dueOn }) => dueOn !== null && dueOn >= asOf && dueOn <= until).length,
    soonDays,
    overdue: late.length,
    overdueAfterExtension: late.filter(({ facts }) => facts.extension !== null).length,
    standingStill: owed.filter(({ dueOn }) => dueOn === null).length,
    openWaitsFor: waits(owed),
    overdueWaitsFor: waits(late),
    ages: ageBands.map((band, place) => ({
      ...band,
      open: owed.filter((point) => ageOf(point) === place).length,
      overdue: late.filter((point) => ageOf(point) === place).length,
    })),
    lateness: lateBands.map((band, place) => ({
      ...band,
      overdue: late.filter(({ dueOn }) => bandOf(lateBands, daysBetween(dueOn, asOf)) === place).length,
    })),
    months: months(asOf).map((month) => ({
      month,
      open: owed.filter(receivedIn(month)).length,
      overdue: late.filter(receivedIn(month)).length,
    })),
  };
}

function countSettled(points: readonly Point[], asOf: CalendarDate): DayFigures["settled"] {
  const from = yearBefore(asOf);
  const ended = points.flatMap((point) => {
    const end = endOf(point.facts);
    return end && end.on >= from && end.on <= asOf ? [{ ...point, ...end }] : [];
  });
  const answered = ended.filter(({ kind }) => kind === "answered");
  const late = answered.filter(isAnsweredLate).length;
  const pile = new Map<number, number>();
  for (const { facts, on } of answered) {
    const days = Math.max(0, daysBetween(facts.receivedOn, on));
    pile.set(days, (pile.get(days) ?? 0) + 1);
  }
  return {
    from,
    to: asOf,
    asOf,
    answered: answered.length,
    onTime: answered.length - late,
    late,
    withdrawn: ended.filter(({ kind }) => kind === "withdrawn").length,
    lapsed: ended.filter(({ kind }) => kind === "lapsed").length,
    extended: answered.filter(({ facts }) => facts.extension !== null).length,
    taken: spreadOf(pile),
  };
}

function cohort(points: readonly Point[], month: string, asOf: CalendarDate): Cohort {
  const own = points.filter(receivedIn(month));
  const ends = own.map((point) => ({ point, end: endOf(point.facts) }));
  const answered = ends.flatMap(({ point, end }) => (end?.kind === "answered" ? [point] : []));
  const owed = own.filter(({ facts }) => isOwed(facts));
  const overdue = owed.filter(({ dueOn }) => dueOn !== null && dueOn < asOf).length;
  const late = answered.filter(isAnsweredLate).length;
  return {
    month,
    onTime: answered.length - late,
    late: late + overdue,
    open: owed.length - overdue,
    ended: ends.filter(({ end }) => end !== null && end.kind !== "answered").length,
  };
}

function receivedIn(month: string): (point: Point) => boolean {
  return ({ facts }) => facts.receivedOn.startsWith(month);
}

function yearBefore(asOf: CalendarDate): CalendarDate {
  return plusMonths(monthOf(asOf), -11);
}

function months(asOf: CalendarDate): string[] {
  return Array.from({ length: 12 }, (_, count) => plusMonths(yearBefore(asOf), count).slice(0, 7));
}

function byDate(left: string, right: string): number {
  const [leftKey, rightKey] = [left, right].map((text) => text.split(" ").reverse().join(" "));
  return (leftKey ?? "") < (rightKey ?? "") ? -1 : 1;
}

/** What the two do not agree on, one line each; empty when they are the same. */
export function differences(ledger: unknown, events: unknown, name = "figures"): string[] {
  if (typeof ledger !== "object" || typeof events !== "object" || ledger === null || events === null) {
    return Object.is(ledger, events) ? [] : [`${name}: the ledger says ${ledger}, the events say ${events}`];
  }
  const names = new Set([...Object.keys(ledger), ...Object.keys(events)]);
  return [...names].flatMap((key) =>
    differences((ledger as Record<string, unknown>)[key], (events as Record<string, unknown>)[key], `${name}.${key}`),
  );
}
