// Decides what the cells of another tool's export mean. What is not understood is said, never guessed.
import { calendarDate, readDay } from "../calendar-date";
import type { Channel } from "../events";
import { countries, isCountry, regionsOf } from "../places";
import { type Right, rights } from "../right";
import { plainHeading } from "./columns";

export type DayOrder = "day_first" | "month_first";

/**
 * `2026-03-27`, an instant as ISO 8601 (the day it was at the organisation's place), `27.3.2026`, `27/3/2026`; with
 * `month_first` `3/27/2026`. Null: no such day.
 */
export function readBacklogDay(text: string, { order, timeZone }: { order: DayOrder; timeZone: string }) {
  const local = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ ,T].*)?$/.exec(text);
  try {
    if (!local) return readDay(text.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, "$1T"), timeZone);
    const [, first = "", sign, second = "", year] = local;
    // Dots are never the American way.
    const [day, month] = order === "day_first" || sign === "." ? [first, second] : [second, first];
    return calendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  } catch {
    return null;
  }
}

// Words that other tools and people use; the internal names and these are all that is understood.
const rightSynonyms: Readonly<Record<string, Right>> = {
  "get a copy": "access",
  copy: "access",
  "right to know": "access",
  know: "access",
  sar: "access",
  dsar: "access",
  "subject access": "access",
  "subject access request": "access",
  auskunft: "access",
  "art 15": "access",
  correction: "rectification",
  correct: "rectification",
  rectify: "rectification",
  berichtigung: "rectification",
  "art 16": "rectification",
  delete: "erasure",
  deletion: "erasure",
  erase: "erasure",
  "right to be forgotten": "erasure",
  loschung: "erasure",
  "art 17": "erasure",
  restrict: "restriction",
  einschrankung: "restriction",
  "art 18": "restriction",
  port: "portability",
  "data portability": "portability",
  ubertragung: "portability",
  "art 20": "portability",
  object: "objection",
  widerspruch: "objection",
  "art 21": "objection",
  unsubscribe: "marketing_objection",
  "stop marketing": "marketing_objection",
  marketing: "marketing_objection",
  werbewiderspruch: "marketing_objection",
  "withdraw consent": "withdraw_consent",
  widerruf: "withdraw_consent",
  "do not sell": "opt_out_sale_sharing",
  "opt out": "opt_out_sale_sharing",
  "opt out of sale": "opt_out_sale_sharing",
  "do not sell or share": "opt_out_sale_sharing",
  limit: "limit_sensitive",
  "limit use": "limit_sensitive",
  "human review": "automated_decision_review",
  "automated decision": "automated_decision_review",
  "art 22": "automated_decision_review",
};

/** Rights in one cell, apart by comma, semicolon, bar, plus or line. Null: one of the words is not understood, or none is there. */
export function readRights(text: string): readonly Right[] | null {
  const words = text
    .split(/[,;|+\n]/)
    .map(plainHeading)
    .filter(Boolean);
  const read = words.map((word) => rights.find((right) => plainHeading(right) === word) ?? rightSynonyms[word]);
  const known = read.filter((right) => right !== undefined);
  return known.length > 0 && known.length === read.length ? [...new Set(known)] : null;
}

export type ReadPlace = { country: string; region: string | null };

/** A code (`DE`, `US-CA`) or a name; the region in a column of its own or in the code. Null: not understood. */
export function readPlace(place: string, region: string): ReadPlace | null {
  const [country = "", part = ""] = place.trim().toUpperCase().split("-");
  const code = isCountry(country) ? country : countryNamed(place);
  if (!code) return null;
  const parts = regionsOf(code);
  if (parts.length === 0) return { country: code, region: null };
  const wanted = plainHeading(region || part).replace(new RegExp(`^${code} `, "i"), "");
  const found = parts.find(([id, name]) => [id, name].some((known) => plainHeading(known) === wanted));
  return found ? { country: code, region: `${code}-${found[0]}` } : null;
}

const otherNames: Readonly<Record<string, string>> = {
  usa: "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  deutschland: "DE",
  osterreich: "AT",
  schweiz: "CH",
  frankreich: "FR",
  niederlande: "NL",
};

function countryNamed(name: string): string | null {
  const plain = plainHeading(name);
  const found = Object.entries(countries).find(([, english]) => plainHeading(english) === plain)?.[0];
  return found ?? otherNames[plain] ?? null;
}

const channelSynonyms: Readonly<Record<string, Exclude<Channel, "portal">>> = {
  telephone: "telephone",
  phone: "telephone",
  call: "telephone",
  telefon: "telephone",
  email: "email",
  "e mail": "email",
  mail: "email",
  web: "email",
  form: "email",
  "web form": "email",
  portal: "email",
  post: "post",
  letter: "post",
  brief: "post",
  "in person": "in_person",
  counter: "in_person",
  office: "in_person",
};

/** How it came. What came through another tool's form reached the desk by e-mail, as far as Habeas knows. */
export function readChannel(text: string): Exclude<Channel, "portal"> | null {
  return channelSynonyms[plainHeading(text)] ?? null;
}

// Where an answer is no longer owed, there is nothing to bring along.
const ended: ReadonlySet<string> = new Set([
  "closed",
  "done",
  "completed",
  "complete",
  "fulfilled",
  "answered",
  "resolved",
  "rejected",
  "denied",
  "refused",
  "withdrawn",
  "cancelled",
  "canceled",
  "expired",
  "erledigt",
  "abgeschlossen",
  "beantwortet",
  "abgelehnt",
]);

/** The old tool says that nothing is owed any more. */
export function isEnded(text: string): boolean {
  return ended.has(plainHeading(text));
}
