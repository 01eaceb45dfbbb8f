// Decides what can be asked of the queue: its views, and the words by which requests are told apart. What each means in the
// rows stands in lib/db/queue-conditions.ts; how it is typed, in lib/forms/queue-language.ts.
import type { Role } from "./actor";
import { endedStates, owingStates, type State } from "./lifecycle";

/** Named views, in the order of the tabs. */
export const queueViews = [
  "open",
  "mine",
  "new",
  "unproven",
  "week",
  "due",
  "overdue",
  "contested",
  "waiting",
  "systems",
  "unassigned",
  "unconfirmed",
  "snoozed",
  "owed",
  "done",
] as const;
export type QueueView = (typeof queueViews)[number];

/** How far a count goes: one more than is shown as a number. Above that it is "1,000+", so that counting stays cheap. */
export const countedUpTo = 1000;

/** A place in the list: the day that the list is ordered by, and the id of the row next to it. Rows that arrive meanwhile shift nothing. */
export type QueueCursor = { side: "after" | "before"; dueOn: string | null; id: string };

export const queueOrders = ["internal"] as const;
export type QueueOrder = (typeof queueOrders)[number];

export type QueueFilter = {
  view?: QueueView | undefined;
  /** What the query language says, read. */
  terms?: QueueTerms | undefined;
  reference?: string | undefined;
  /** Keyed hashes, never the text. */
  email?: string | undefined;
  name?: string | undefined;
  /** By the day that the desk works to; by the day of law unless said. */
  order?: QueueOrder | undefined;
  cursor?: QueueCursor | undefined;
};

/** In the order in which a query is written down. */
export const queueKeys = [
  "status",
  "due",
  "internal",
  "received",
  "right",
  "place",
  "assignee",
  "proof",
  "waiting",
  "system",
  "extended",
  "snoozed",
  "contest",
  "contestdue",
] as const;
export type QueueKey = (typeof queueKeys)[number];

/** Any of these, and none of those. Values are words of the key's vocabulary, without repetition, in its order. */
export type Choice = { is: readonly string[]; not: readonly string[] };
export type QueueTerms = Readonly<Partial<Record<QueueKey, Choice>>>;

/** The states behind a word of `status:`. */
export const statusWords: Readonly<Record<string, readonly State[]>> = {
  open: owingStates,
  done: endedStates,
  unconfirmed: ["unconfirmed"],
  new: ["open"],
  started: ["in_progress"],
  waiting: ["waiting_for_person"],
  prepared: ["answer_prepared"],
  answered: ["answered"],
  closed: ["closed"],
  withdrawn: ["withdrawn"],
  lapsed: ["lapsed"],
};

/**
 * The view that a filter reads in. A search, or a word about the status or about what is contested, looks everywhere where no
 * view is named: what is contested is mostly closed.
 */
export function viewShown({ view, reference, email, name, terms }: QueueFilter): QueueView | null {
  const everywhere = reference || email || name || terms?.status || terms?.contest || terms?.contestdue;
  return view ?? (everywhere ? null : "open");
}

/** Whether the list stands in the order of the desk's own dates. What ended or is contested has none, and a search looks everywhere. */
export function inOwnOrder(filter: QueueFilter): boolean {
  const view = viewShown(filter);
  return filter.order === "internal" && view !== null && view !== "done" && view !== "contested";
}

const exporters: readonly Role[] = ["handler", "dpo", "administrator"];

/** Who may take the list of a filter away as a file; it holds no personal data, and the record says who did. */
export function mayExportQueue(roles: readonly Role[]): boolean {
  return roles.some((role) => exporters.includes(role));
}
