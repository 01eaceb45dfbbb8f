// What the console's request page shows: the shape that its query returns, spelt out so that markup knows no database.
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { RecordedEvent } from "@/lib/domain/events";
import type { Person } from "@/lib/domain/filing";
import type { Step } from "@/lib/domain/lifecycle";
import type { RequestFacts } from "@/lib/domain/request";
import type { RequestClock } from "@/lib/domain/request-clock";
import type { OpenStep } from "@/lib/domain/take-step";

export type ShownFile = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  digest: string;
  destroyed: boolean;
};

export type ShownMessage = {
  id: string;
  from: "person" | "organisation" | "note";
  staffId: string | null;
  words: string | null;
  at: Date;
  files: readonly ShownFile[];
};

export type ShownAnswer = {
  id: string;
  words: string | null;
  preparedBy: string;
  preparedAt: Date;
  releasedBy: string | null;
  releasedAt: Date | null;
  returnedAt: Date | null;
  files: readonly ShownFile[];
};

export type ShownLetter = {
  id: string;
  kind: string;
  audience: string;
  status: string;
  queuedAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
};

export type ShownRequest = {
  reference: string;
  version: number;
  receivedAt: Date;
  today: CalendarDate;
  facts: RequestFacts;
  clock: RequestClock;
  person: Person | null;
  details: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  messages: readonly ShownMessage[];
  letters: readonly ShownLetter[];
  answers: readonly ShownAnswer[];
  chain: readonly RecordedEvent[];
  steps: readonly OpenStep[];
  primary: Step | null;
  names: ReadonlyMap<string, string>;
  members: readonly { id: string; name: string }[];
  sameAddress: readonly { reference: string; state: string }[];
  seesPerson: boolean;
};

/** A staff id as a name; ids of accounts that are gone keep a word. */
export function nameIn(names: ReadonlyMap<string, string>): (staffId: string) => string {
  return (staffId) => names.get(staffId) ?? "somebody who left";
}
