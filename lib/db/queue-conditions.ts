import "server-only";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, calendarDate, plusDays, weekday } from "@/lib/domain/calendar-date";
import { endedStates, liveStates, owingStates, type State } from "@/lib/domain/lifecycle";
import {
  type Choice,
  type QueueFilter,
  type QueueKey,
  type QueueView,
  statusWords,
  viewShown,
} from "@/lib/domain/queue";
import type { QueueSort } from "@/lib/domain/queue-days";
import { Prisma } from "@/lib/generated/prisma/client";
import { dayToRow } from "./law-day";

type Sql = Prisma.Sql;
const { sql, raw, join } = Prisma;

/** The day on which the queue is read, and from how many days before its date a request is due soon there. */
export type QueueDay = { today: CalendarDate; soonDays: number };

// States stand in the SQL as they stand in the indexes, letter by letter: a parameter would not be recognised there.
function stateIn(states: readonly State[]): Sql {
  return sql`r.state in (${raw(states.map((state) => `'${state}'`).join(", "))})`;
}

/** The order of the queue: the date, and far away where the clock stands still. As the indexes have it. */
export const dueKey = sql`case when r.due_on is null then date '9999-12-31' else r.due_on end`;
const contestKey = sql`case when r.contest_due_on is null then date '9999-12-31' else r.contest_due_on end`;

/**
 * What a list is ordered by, in the words of its index: `own` by the date that the desk works to, its own where that is the
 * earlier one. The views of dates hold nothing that has none.
 */
export const sortKeys: Readonly<Record<QueueSort, Sql>> = {
  due: dueKey,
  own: sql`case when r.internal_on < r.due_on then r.internal_on when r.due_on is null then date '9999-12-31' else r.due_on end`,
  contest: contestKey,
  next: sql`r.next_due_on`,
  next_own: sql`case when r.internal_on < r.next_due_on then r.internal_on else r.next_due_on end`,
};

// Once an answer is prepared it is up to the approver, also where it refuses for want of proof.
const unproven = sql`(${stateIn(liveStates.filter((state) => state !== "answer_prepared"))} and r.proven = 'none')`;
const work = sql`(${stateIn(liveStates)} and (r.proven <> 'none' or r.state = 'answer_prepared'))`;
const owing = stateIn(owingStates);

function day(date: CalendarDate): Sql {
  return sql`${dayToRow(date)}::date`;
}

/**
 * What a view holds, apart from the filters. What cannot be worked on for want of proof stands apart from the work, and so
 * does what sleeps; a date is everybody's, also where nothing is proven or confirmed or all sleep: the law's clock runs. The views
 * of dates hold what is owed first, the answer or the decision about a contest, so that a closed request is not lost there (061).
 */
export function viewCondition(view: QueueView, actor: StaffActor, { today, soonDays }: QueueDay): Sql {
  const awake = sql`(r.snoozed_until is null or r.snoozed_until <= ${day(today)})`;
  const dueBetween = (last: CalendarDate) => sql`r.next_due_on >= ${day(today)} and r.next_due_on <= ${day(last)}`;
  switch (view) {
    case "open":
      return sql`${work} and ${awake}`;
    case "mine":
      return sql`${work} and ${awake} and r.assigned_to = ${actor.staffId}::uuid`;
    case "new":
      return sql`r.state = 'open' and r.proven <> 'none' and ${awake}`;
    case "unproven":
      return unproven;
    case "week":
      return dueBetween(plusDays(today, (7 - weekday(today)) % 7));
    case "due":
      return dueBetween(plusDays(today, soonDays));
    case "overdue":
      return sql`r.next_due_on < ${day(today)}`;
    case "contested":
      return sql`r.contest is not null`;
    case "waiting":
      return sql`r.state = 'waiting_for_person'`;
    // An erasure goes on after its answer went out: whatever the state, a system owes something.
    case "systems":
      return sql`r.waits_since is not null`;
    case "unassigned":
      return sql`${work} and ${awake} and r.assigned_to is null`;
    case "unconfirmed":
      return sql`r.state = 'unconfirmed'`;
    case "snoozed":
      return sql`${owing} and r.snoozed_until > ${day(today)}`;
    case "owed":
      return stateIn(liveStates);
    case "done":
      return stateIn(endedStates);
  }
}

/** Everything that a filter asks of a request `r`. */
export function filterCondition(filter: QueueFilter, actor: StaffActor, at: QueueDay): Sql {
  const { terms = {}, reference, email, name } = filter;
  const view = viewShown(filter);
  const parts: Sql[] = [sql`r.organisation_id = ${actor.organisationId}::uuid`];
  if (view) parts.push(viewCondition(view, actor, at));
  if (reference) parts.push(sql`r.reference = ${reference}`);
  if (email) parts.push(sql`r.email_index = ${email}`);
  if (name) parts.push(sql`r.name_index = ${name}`);
  for (const [key, choice] of Object.entries(terms) as [QueueKey, Choice][]) {
    const one = (value: string) => valueCondition(key, value, actor, at);
    if (choice.is.length > 0) parts.push(sql`(${join(choice.is.map(one), " or ")})`);
    for (const value of choice.not) parts.push(sql`not coalesce((${one(value)}), false)`);
  }
  return join(parts, " and ");
}

function valueCondition(key: QueueKey, value: string, actor: StaffActor, at: QueueDay): Sql {
  const sleeps = sql`r.snoozed_until is not null and r.snoozed_until > ${day(at.today)}`;
  switch (key) {
    case "status":
      return stateIn(statusWords[value] ?? []);
    case "due":
      if (value === "overdue") return sql`${owing} and ${dueKey} < ${day(at.today)}`;
      return value === "none"
        ? sql`r.due_on is null`
        : sql`r.due_on is not null and ${compared(dueKey, value, at.today, 1)}`;
    case "internal":
      if (value === "none") return sql`r.internal_on is null`;
      if (value === "over") return sql`r.internal_on < ${day(at.today)}`;
      return compared(sql`r.internal_on`, value, at.today, 1);
    case "received":
      return receivedIs(value, at.today);
    case "right":
      return sql`exists (select 1 from request_right k where k.request_id = r.id and k."right" = ${value})`;
    case "place":
      return placeIs(value);
    case "assignee":
      if (value === "none") return sql`r.assigned_to is null`;
      return sql`r.assigned_to = ${value === "me" ? actor.staffId : value}::uuid`;
    case "proof":
      return sql`r.proven = ${value}`;
    case "waiting":
      if (value === "system") return sql`r.waits_since is not null`;
      return value === "person" ? sql`r.state = 'waiting_for_person'` : sql`r.state = 'answer_prepared'`;
    case "system":
      return sql`(r.waits_since is not null and r.waits_for @> array[${value}]::text[])`;
    case "extended": {
      const extended = sql`exists (select 1 from event e where e.chain_id = r.id and e.type = 'DeadlineExtended')`;
      return value === "yes" ? extended : sql`not ${extended}`;
    }
    case "snoozed":
      return value === "yes" ? sleeps : sql`not (${sleeps})`;
    case "contest":
      // The column names the one that is due first; a request can hold another beside it.
      if (value === "any") return sql`r.contest is not null`;
      return sql`(r.contest is not null and r.contest_standing @> ${JSON.stringify([{ kind: value }])}::jsonb)`;
    case "contestdue":
      return value === "overdue"
        ? sql`(r.contest is not null and ${contestKey} < ${day(at.today)})`
        : sql`(r.contest is not null and ${compared(contestKey, value, at.today, 1)})`;
  }
}

// `<7d` of a due date lies less than eight days ahead, of a receipt less than eight days back: distance, not direction.
function compared(column: Sql, value: string, today: CalendarDate, direction: 1 | -1): Sql {
  if (value === "today") return sql`${column} = ${day(today)}`;
  const [, side = "", count, date = ""] = /^([<>]?)(?:(\d+)d|(.+))$/.exec(value) ?? [];
  if (count === undefined) {
    const than = day(calendarDate(date));
    if (side === "") return sql`${column} = ${than}`;
    return side === "<" ? sql`${column} < ${than}` : sql`${column} > ${than}`;
  }
  const edge = day(plusDays(today, direction * Number(count)));
  if (direction === 1) return side === "<" ? sql`${column} <= ${edge}` : sql`${column} > ${edge}`;
  return side === "<" ? sql`${column} >= ${edge}` : sql`${column} < ${edge}`;
}

// Nothing is due before it was received: where only newer ones are wanted, the queue's order need not be read from its start.
function receivedIs(value: string, today: CalendarDate): Sql {
  const received = compared(sql`r.received_on`, value, today, -1);
  const [, side = "", count, date] = /^([<>]?)(?:(\d+)d|(\d{4}-.*))$/.exec(value) ?? [];
  if (side === (count ? ">" : "<")) return received;
  const earliest = date ? calendarDate(date) : plusDays(today, -Number(count ?? 0));
  return sql`(${received} and ${dueKey} >= ${day(earliest)})`;
}

function placeIs(value: string): Sql {
  const [country = "", region] = value.split("-");
  const inCountry = sql`r.country = ${country}::bpchar`;
  return region ? sql`${inCountry} and r.region in (${region}, ${value})` : inCountry;
}
