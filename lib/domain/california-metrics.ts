// Decides what a business tells the public about a year of requests from Californians.
// Answers to 11 CCR §7102(a)–(b): per type how many came, were complied with in whole or in part, were denied, and how long
// a substantive response took. A request that was complied with in part is not denied; one that was never verified was received.
import { type CalendarDate, daysBetween } from "./calendar-date";
import type { Outcome } from "./events";
import type { Right } from "./right";

/** The types of §7102(a)(1), in its order; the last two since the amendment of 2026 (items (D) and (G)). */
export const californiaTypes = [
  "delete",
  "correct",
  "know",
  "opt_out",
  "limit",
  "access_admt",
  "opt_out_admt",
] as const;
export type CaliforniaType = (typeof californiaTypes)[number];

/** The optional breakdown of denials, in the words of the regulation. */
export const denialReasons = ["not_verifiable", "not_by_consumer", "exempt", "other"] as const;
export type DenialReason = (typeof denialReasons)[number];

// Our one question about automated decisions asks for both: to be told how it was decided, and that a person decides.
const typesOf: Readonly<Partial<Record<Right, readonly CaliforniaType[]>>> = {
  erasure: ["delete"],
  rectification: ["correct"],
  access: ["know"],
  portability: ["know"],
  opt_out_sale_sharing: ["opt_out"],
  limit_sensitive: ["limit"],
  automated_decision_review: ["access_admt", "opt_out_admt"],
};

/** Whose requests are counted: §7102(b) allows all individuals where the report says so. */
export type CountedPeople = "california" | "all";

/** Requests that are alike in everything that counts, and how many. */
export type CountedRequests = {
  count: number;
  receivedOn: CalendarDate;
  ofCalifornia: boolean;
  /** The day of the released answer; an acknowledgement, a question or an extension is none. */
  answeredOn: CalendarDate | null;
  /** Closed because it was not confirmed or proven in time. */
  lapsed: boolean;
  /** `outcome` counts once the answer is out; `denial` is why it was refused. */
  rights: readonly { right: Right; outcome: Outcome | null; denial: DenialReason }[];
};

export type TypeMetrics = {
  type: CaliforniaType;
  received: number;
  complied: number;
  denied: number;
  /** Neither yet, or withdrawn by the person: received is the sum of the three. */
  rest: number;
  reasons: Readonly<Record<DenialReason, number>>;
  /** Calendar days from receipt to the substantive response; null where there was none. */
  medianDays: number | null;
  meanDays: number | null;
  /** How many responses the days are counted from. */
  responses: number;
};

export type CaliforniaMetrics = { year: number; people: CountedPeople; types: readonly TypeMetrics[] };

/** The metrics of the requests received in the calendar year. A request counts once in each type that it asks for. */
export function californiaMetrics(
  requests: Iterable<CountedRequests>,
  { year, people }: { year: number; people: CountedPeople },
): CaliforniaMetrics {
  const tallies = new Map(californiaTypes.map((type) => [type, emptyTally()]));
  for (const request of requests) {
    if (Number(request.receivedOn.slice(0, 4)) !== year || (people === "california" && !request.ofCalifornia)) continue;
    for (const [type, tally] of tallies) countIn(tally, request, type);
  }
  return { year, people, types: [...tallies].map(([type, tally]) => metricsOf(type, tally)) };
}

type Tally = { received: number; complied: number; reasons: Record<DenialReason, number>; days: number[] };

function emptyTally(): Tally {
  return {
    received: 0,
    complied: 0,
    reasons: { not_verifiable: 0, not_by_consumer: 0, exempt: 0, other: 0 },
    days: [],
  };
}

function countIn(tally: Tally, request: CountedRequests, type: CaliforniaType): void {
  const asked = request.rights.filter(({ right }) => typesOf[right]?.includes(type));
  const [first] = asked;
  if (!first) return;
  tally.received += request.count;
  if (request.answeredOn !== null) {
    // Two of our rights can be one type, a copy to read and one to take along: what is given of either is complied in part.
    const refused = asked.every(({ outcome }) => outcome === "refused");
    if (refused) tally.reasons[first.denial] += request.count;
    else tally.complied += request.count;
    const days = daysBetween(request.receivedOn, request.answeredOn);
    for (let counted = 0; counted < request.count; counted += 1) tally.days.push(days);
  } else if (request.lapsed) tally.reasons.not_verifiable += request.count;
}

function metricsOf(type: CaliforniaType, { received, complied, reasons, days }: Tally): TypeMetrics {
  const denied = denialReasons.reduce((sum, reason) => sum + reasons[reason], 0);
  return {
    type,
    received,
    complied,
    denied,
    rest: received - complied - denied,
    reasons,
    medianDays: percentile(days, 50),
    meanDays: mean(days),
    responses: days.length,
  };
}

function mean(days: readonly number[]): number | null {
  return days.length === 0 ? null : Math.round((days.reduce((sum, day) => sum + day, 0) / days.length) * 10) / 10;
}

/** The `share`th percentile, halfway between the two middle ones where the count is even (for 50); nearest rank otherwise. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const rank = (sorted.length * share) / 100;
  const [below, above] = [sorted[Math.ceil(rank) - 1], sorted[Math.floor(rank)]];
  if (below === undefined) return null;
  return share === 50 && above !== undefined ? (below + above) / 2 : below;
}
