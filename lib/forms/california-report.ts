// What the address of the California report may say, and how the record's grounds become the reasons of the regulation.
import { z } from "zod";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { CountedPeople, CountedRequests } from "@/lib/domain/california-metrics";
import type { Outcome } from "@/lib/domain/events";
import type { Right } from "@/lib/domain/right";
import { denialReason } from "./california-denial";
import { readAsOf } from "./console-audit";
import type { SearchParameters } from "./console-queue";

/** Requests of a year that are alike in what the metrics of 11 CCR §7102 count. `ground`: the sentence that was recorded. */
export type CaliforniaRow = {
  count: number;
  receivedOn: CalendarDate;
  answeredOn: CalendarDate | null;
  ofCalifornia: boolean;
  lapsed: boolean;
  disowned: boolean;
  rights: readonly { right: Right; outcome: Outcome | null; ground: string | null }[];
};

/** `form`: the full numbers for the team, or those that may be published. `asOf`: the day at whose end it is counted. */
export type CaliforniaChoice = { year: number; people: CountedPeople; form: "team" | "public"; asOf: CalendarDate };

/** Years that can be asked for, newest first: this one and the five before it. */
export function californiaYears(today: CalendarDate): readonly number[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: 6 }, (_, back) => year - back);
}

const choice = z.object({
  year: z.coerce.number().int().optional().catch(undefined),
  people: z.enum(["california", "all"]).catch("california"),
  form: z.enum(["team", "public"]).catch("team"),
});

/** Without a year, the one that is published next: the calendar year before this one (§7102(a)(2)). */
export function readCaliforniaChoice(parameters: SearchParameters, today: CalendarDate): CaliforniaChoice {
  const { year, ...rest } = choice.parse(parameters);
  const years = californiaYears(today);
  const asOf = readAsOf(parameters, today);
  return { ...rest, asOf, year: year !== undefined && years.includes(year) ? year : (years[1] as number) };
}

export function californiaAddress(chosen: CaliforniaChoice, path = "/console/reports/california"): string {
  const { year, people, form, asOf } = chosen;
  return `${path}?year=${year}&people=${people}&form=${form}&asOf=${asOf}`;
}

/** Rows of the record as the metrics count them. */
export function countedRequests(rows: readonly CaliforniaRow[]): readonly CountedRequests[] {
  return rows.map(({ rights, disowned, ...row }) => ({
    ...row,
    rights: rights.map(({ right, outcome, ground }) => ({
      right,
      outcome,
      denial: denialReason({ ground, disowned, ofCalifornia: row.ofCalifornia }),
    })),
  }));
}
