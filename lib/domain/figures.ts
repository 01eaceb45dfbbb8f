// Decides what a request counts for in the organisation's figures, and what an event adds to them or takes back.
// Answers to GDPR Art. 5(2) and Cal. Code Regs. tit. 11 §7102: a number that is published can be made again from the record.
import { type CalendarDate, daysBetween } from "./calendar-date";
import type { ExtensionGround } from "./extension-grounds";
import { owedKey, rightDaysKey, rightKey, settledKey } from "./figure-keys";
import { liveStates } from "./lifecycle";
import type { RegimeId } from "./regime";
import { firstState, type RequestFacts, waitingOn } from "./request";
import type { Right } from "./right";

/**
 * Five books. `owed`: an answer is owed (on: its date). `settled`: it ended (on: that day). `taken`: an answer and the days it
 * took. `rights`: what was asked and how it was answered, for each right and law (on: day of receipt or of the end).
 * `right_days`: the days that the answer to one right took.
 */
export type Book = "owed" | "settled" | "taken" | "rights" | "right_days";

/** Where a request is counted in a book. `on` null: nothing is due. `since`: received on, or that month's first day. */
export type Cell = { book: Book; on: CalendarDate | null; since: CalendarDate; key: string; days: number };
export type Entry = Cell & { amount: 1 | -1 };

/** A request after one of its events, and the date that the desk works to. */
export type Point = { facts: RequestFacts; dueOn: CalendarDate | null };

export type EndKind = "answered" | "withdrawn" | "lapsed";
export type SettledKey = {
  kind: EndKind;
  late: boolean;
  extended: boolean;
  /** Null where none was said, or nothing extended. */
  ground: ExtensionGround | null;
};
export type OwedKey = { extended: boolean; waitsFor: "person" | "organisation" };
export type RightResult = "received" | "granted" | "partly" | "refused" | "withdrawn" | "lapsed";
/** `law`: "any" is the right itself, counted once however many laws give it. */
export type RightKey = { right: Right; law: RegimeId | "any"; result: RightResult; ground: string | null };
export type RightDaysKey = { right: Right; law: RegimeId };

const owing: ReadonlySet<string> = new Set(liveStates);

/** Needed a confirmed address and never had one, whether it still waits, lapsed or was withdrawn: it counts nowhere. */
export function isUnconfirmed({ received, confirmedOn }: Pick<RequestFacts, "received" | "confirmedOn">): boolean {
  return firstState(received) === "unconfirmed" && confirmedOn === null;
}

/** Whether an answer is owed by a request that counts. */
export function isOwed(facts: RequestFacts): boolean {
  return owing.has(facts.state) && !isUnconfirmed(facts);
}

/** When and how it ended; null while it is owed or does not count. */
export function endOf(facts: RequestFacts): { kind: EndKind; on: CalendarDate } | null {
  const on = facts.answeredOn ?? facts.closedOn;
  if (owing.has(facts.state) || isUnconfirmed(facts) || on === null) return null;
  if (facts.answeredOn) return { kind: "answered", on };
  return { kind: facts.state === "withdrawn" ? "withdrawn" : "lapsed", on };
}

/** Answered after the date that stood when it was answered. Where none stood nothing was late. */
export function isAnsweredLate({ facts, dueOn }: Point): boolean {
  return facts.answeredOn !== null && dueOn !== null && facts.answeredOn > dueOn;
}

/** Every cell in which the request counts once, as it stands. */
export function cellsOf(point: Point): readonly Cell[] {
  const { facts } = point;
  const end = endOf(facts);
  if (end) return [...receiptCells(facts), ...endCells(point, end)];
  return isOwed(facts) ? [...receiptCells(facts), owedCell(point)] : [];
}

/**
 * What an event did to the figures. `before` null: it is the receipt. What has ended counts as it did on the day of its end,
 * whatever is found out about dates afterwards; only what opens it again takes that back.
 */
export function entriesOf(before: Point | null, after: Point): readonly Entry[] {
  const ended = before && endOf(before.facts);
  const end = endOf(after.facts);
  if (ended && end && ended.kind === end.kind && ended.on === end.on) return [];
  const then = before ? cellsOf(before) : [];
  const now = cellsOf(after);
  return [
    ...without(then, now).map((cell) => ({ ...cell, amount: -1 as const })),
    ...without(now, then).map((cell) => ({ ...cell, amount: 1 as const })),
  ];
}

/** First day of the month. */
export function monthOf(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 7)}-01` as CalendarDate;
}

function owedCell({ facts, dueOn }: Point): Cell {
  const key: OwedKey = {
    extended: facts.extension !== null,
    waitsFor: waitingOn(facts.state) === "person" ? "person" : "organisation",
  };
  return { book: "owed", on: dueOn, since: facts.receivedOn, key: owedKey(key), days: 0 };
}

function receiptCells(facts: RequestFacts): Cell[] {
  const { receivedOn } = facts;
  const base = { book: "rights" as const, on: receivedOn, since: monthOf(receivedOn), days: 0 };
  return facts.rights.flatMap(({ right }) =>
    ["any" as const, ...facts.received.regimes].map((law) => ({
      ...base,
      key: rightKey({ right, law, result: "received", ground: null }),
    })),
  );
}

function endCells(point: Point, { kind, on }: { kind: EndKind; on: CalendarDate }): Cell[] {
  const { facts } = point;
  const since = monthOf(facts.receivedOn);
  const days = Math.max(0, daysBetween(facts.receivedOn, on));
  const isAnswer = kind === "answered";
  const settled = settledKey({
    kind,
    late: isAnsweredLate(point),
    extended: facts.extension !== null,
    ground: facts.extensionGround,
  });
  const results: readonly Omit<RightKey, "law">[] = isAnswer
    ? facts.outcomes.map(({ right, outcome, ground }) => ({ right, result: outcome, ground }))
    : facts.rights.map(({ right }) => ({ right, result: kind, ground: null }));
  const ofRights = results.flatMap((result) =>
    ["any" as const, ...facts.received.regimes].map((law) => rightKey({ ...result, law })),
  );
  // Their own month is enough: nobody asks how long the answers of one month's receipts took.
  const took = monthOf(on);
  const ofDays = isAnswer
    ? [
        { book: "taken" as const, key: "answered" },
        ...results.flatMap(({ right }) =>
          facts.received.regimes.map((law) => ({ book: "right_days" as const, key: rightDaysKey({ right, law }) })),
        ),
      ]
    : [];
  return [
    { book: "settled", on, since, key: settled, days: 0 },
    ...ofRights.map((key) => ({ book: "rights" as const, on, since, key, days: 0 })),
    ...ofDays.map(({ book, key }) => ({ book, on, since: took, key, days })),
  ];
}

// Cells of the first list that the second has not; each stands there as often as it counts.
function without(cells: readonly Cell[], others: readonly Cell[]): Cell[] {
  const left = others.map(nameOf);
  return cells.filter((cell) => {
    const place = left.indexOf(nameOf(cell));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

function nameOf({ book, on, since, key, days }: Cell): string {
  return [book, on, since, key, days].join(" ");
}
