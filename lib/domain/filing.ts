// Decides what a request holds when it is filed: what was asked, by whom, for whom, and nothing that is not needed.
// Answers to GDPR Art. 5(1)(c) and recital 59; 11 CCR §7060(c).
import type { CalendarDate } from "./calendar-date";
import type { Channel } from "./events";
import type { Right } from "./right";
import type { Relation } from "./verification";

/** Who asks and for whom. Every field is personal and is only ever stored sealed. */
export type Person = {
  /** Name of the person whose data it is. */
  name: string;
  /** Where we write to: the asker's address, canonical. */
  email: string;
  telephone?: string;
  /** The address we may know the person by, when it is another one. */
  knownEmail?: string;
  /** Name of whoever asks for the person; absent when the person asks. */
  askerName?: string;
};

export type Filing = {
  rights: readonly Right[];
  relation: Relation;
  /** ISO 3166-1 alpha-2, and ISO 3166-2 where a state or province has its own law. */
  country: string;
  region: string | null;
  person: Person;
  /** Answers to each right's own questions: right → question → answer. */
  details: Readonly<Partial<Record<Right | "general", Readonly<Record<string, string>>>>>;
  language: string;
  channel: Channel;
  /** The day it reached the organisation, where staff took it down later: the law counts from then. */
  receivedOn?: CalendarDate;
  /** Brought along from another tool: nobody gets a letter about what they asked long ago. */
  backlog?: true;
};

/** The form in which an address is compared and stored: NFKC once, lower case, no white space around it. */
export function canonicalEmail(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}

/** Whoever names another address as the known one says that the confirmed one is not on file (ATK-I1, ATK-I8). */
export function mayBeOnFile(person: Pick<Person, "email" | "knownEmail"> | null): boolean {
  return !person?.knownEmail || canonicalEmail(person.knownEmail) === person.email;
}

/** The form in which names are looked up: case, accents and spacing do not tell people apart. */
export function canonicalName(typed: string): string {
  return typed.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase().replace(/\s+/g, " ");
}
