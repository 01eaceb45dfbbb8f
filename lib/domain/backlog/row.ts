// Decides what one row of a backlog is: a request to be filed, one that is owed no longer, or a mistake that is said.
// Answers to GDPR Art. 12(3): the period runs from the day on which the request reached the organisation, whatever the tool.
import type { CalendarDate } from "../calendar-date";
import type { Channel } from "../events";
import { canonicalEmail, type Filing } from "../filing";
import { isMailAddress } from "../mail-address";
import type { Right } from "../right";
import { type BacklogColumns, type BacklogField, backlogFields } from "./columns";
import { type DayOrder, isEnded, readBacklogDay, readChannel, readPlace, readRights } from "./values";

/** What the desk said about the whole file. */
export type BacklogSettings = {
  columns: BacklogColumns;
  dayOrder: DayOrder;
  /** For rows without one. */
  language: string;
  channel: Exclude<Channel, "portal">;
};

/** What the organisation offers, and the day it is there. */
export type BacklogDesk = {
  rights: readonly Right[];
  languages: readonly string[];
  timeZone: string;
  today: CalendarDate;
};

export type BacklogRow =
  | { is: "request"; filing: Filing }
  /** The old tool says that it was answered, refused or withdrawn: nothing is owed. */
  | { is: "ended" }
  | { is: "mistake"; because: readonly string[] };

/** Reads one row. Cells as they stand in the file; the columns say which is which. */
export function readBacklogRow(cells: readonly string[], settings: BacklogSettings, desk: BacklogDesk): BacklogRow {
  const cell = (field: BacklogField) => {
    const at = settings.columns[field];
    return at === undefined ? "" : (cells[at] ?? "").trim();
  };
  if (isEnded(cell("state"))) return { is: "ended" };
  const because: string[] = [];
  const read = <Value>(field: BacklogField, reader: (text: string) => Value | null, says: string): Value | null => {
    const text = cell(field);
    const value = text === "" ? null : reader(text);
    if (value === null) because.push(text === "" ? `${backlogFields[field].label} is empty.` : `${says}: “${text}”.`);
    return value;
  };
  const receivedOn = read("receivedOn", (text) => dayUpTo(text, settings, desk), "That is no day up to today");
  const rights = read("rights", (text) => offeredRights(text, desk), "That is nothing one can ask for here");
  const name = read("name", (text) => (text.length <= 200 ? text : null), "That name is too long");
  const email = read(
    "email",
    (text) => (isMailAddress(canonicalEmail(text)) ? text : null),
    "That is no e-mail address",
  );
  const place = read("place", (text) => readPlace(text, cell("region")), placeSays(cell("region")));
  const language = given(cell("language"), (text) => spoken(text, desk), settings.language);
  if (language === null) because.push(`Letters are not offered in that language: “${cell("language")}”.`);
  const channel = given(cell("channel"), readChannel, settings.channel);
  if (channel === null) because.push(`That is no way in which requests come: “${cell("channel")}”.`);
  if (!receivedOn || !rights || !name || !email || !place || !language || !channel) return { is: "mistake", because };
  const told = { reference: cell("oldReference").slice(0, 200), request: cell("words").slice(0, 20_000) };
  const general = Object.fromEntries(Object.entries(told).filter(([, text]) => text !== ""));
  const filing: Filing = {
    ...{ rights, relation: "self", ...place, language, channel, receivedOn, backlog: true },
    person: { name, email },
    details: Object.keys(general).length > 0 ? { general } : {},
  };
  return { is: "request", filing };
}

function dayUpTo(text: string, { dayOrder }: BacklogSettings, { timeZone, today }: BacklogDesk): CalendarDate | null {
  const day = readBacklogDay(text, { order: dayOrder, timeZone });
  return day && day <= today ? day : null;
}

function offeredRights(text: string, desk: BacklogDesk): readonly Right[] | null {
  const read = readRights(text);
  return read?.every((right) => desk.rights.includes(right)) ? read : null;
}

function placeSays(region: string): string {
  return region === ""
    ? "That place needs another name, or its state or province"
    : `That place is not known with “${region}”`;
}

function given<Value>(text: string, reader: (text: string) => Value | null, otherwise: Value): Value | null {
  return text === "" ? otherwise : reader(text);
}

function spoken(text: string, { languages }: BacklogDesk): string | null {
  const code = text.toLowerCase().split(/[-_]/)[0];
  const names = new Intl.DisplayNames("en", { type: "language" });
  return languages.find((language) => language === code || names.of(language)?.toLowerCase() === code) ?? null;
}
