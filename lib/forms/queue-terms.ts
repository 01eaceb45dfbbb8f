// What can be said about requests in the queue's language, word by word. Each word is stated once: the parser, the chips and
// the reader of the database take it from here.
import { calendarDate } from "@/lib/domain/calendar-date";
import { contestKinds } from "@/lib/domain/contest";
import { isCountry, isRegion } from "@/lib/domain/places";
import { type QueueKey, statusWords } from "@/lib/domain/queue";
import { rights } from "@/lib/domain/right";

type Vocabulary = {
  words: readonly string[];
  /** Reads what is no fixed word; null where it means nothing. */
  read?: (typed: string) => string | null;
  /** How such a value is written, for the sentence beside the box. */
  also?: string;
};

// As organisations name them in their file: what nobody registered is waited for by no request.
const systemId = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const vocabularies: Readonly<Record<QueueKey, Vocabulary>> = {
  status: { words: Object.keys(statusWords) },
  due: { words: ["overdue", "today", "none"], read: span, also: "<7d, >30d, <2026-12-01 or >2026-12-01" },
  internal: { words: ["over", "today", "none"], read: span, also: "<7d, >30d, <2026-12-01 or >2026-12-01" },
  received: { words: ["today"], read: span, also: "<7d, >30d, <2026-12-01 or >2026-12-01" },
  right: { words: rights },
  place: { words: [], read: place, also: "a country as DE, or a state as US-CA" },
  assignee: {
    words: ["me", "none"],
    read: (typed) => (uuid.test(typed) ? typed : null),
    also: "a colleague from the list",
  },
  proof: { words: ["none", "some", "all"] },
  waiting: { words: ["person", "approver", "system"] },
  system: {
    words: [],
    read: (typed) => (systemId.test(typed) ? typed : null),
    also: "a system of the register by its id, as billing_system",
  },
  extended: { words: ["yes", "no"] },
  snoozed: { words: ["yes", "no"] },
  contest: { words: ["any", ...contestKinds] },
  contestdue: { words: ["overdue", "today"], read: span, also: "<7d, >30d, <2026-12-01 or >2026-12-01" },
};

/** A value as it is kept; null where the key does not know it. Case does not matter, and `-` may stand for `_`. */
export function readValue(key: QueueKey, typed: string): string | null {
  const { words, read } = vocabularies[key];
  const word = typed.toLowerCase().replaceAll("-", "_");
  if (words.includes(word)) return word;
  return read?.(typed.toLowerCase()) ?? null;
}

/** The order of values within one key, so that one meaning has one spelling. */
export function inOrder(key: QueueKey, values: Iterable<string>): string[] {
  const { words } = vocabularies[key];
  const rank = (value: string) => (words.includes(value) ? words.indexOf(value) : words.length);
  return [...new Set(values)].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

function span(typed: string): string | null {
  const days = /^([<>])0*(\d{1,4})d$/.exec(typed);
  if (days) return `${days[1]}${days[2]}d`;
  const day = /^([<>]?)(\d{4}-\d{2}-\d{2})$/.exec(typed);
  try {
    return day?.[2] ? `${day[1]}${calendarDate(day[2])}` : null;
  } catch {
    return null;
  }
}

function place(typed: string): string | null {
  const code = typed.toUpperCase();
  const [country = "", region] = code.split("-");
  if (!isCountry(country)) return null;
  return region === undefined || isRegion(country, region) ? code : null;
}
