import { expect, test } from "vitest";
import { calendarDate } from "../calendar-date";
import { mayImportBacklog } from "./import";
import { type BacklogSettings, readBacklogRow } from "./row";

const desk = {
  rights: ["access", "erasure"],
  languages: ["en", "de"],
  timeZone: "Europe/Berlin",
  today: calendarDate("2026-12-04"),
} as const;
const settings: BacklogSettings = {
  columns: { receivedOn: 0, rights: 1, name: 2, email: 3, place: 4, language: 5, channel: 6, state: 7, words: 8 },
  dayOrder: "day_first",
  language: "en",
  channel: "email",
};
const good = ["2.11.2026", "access", "Ada Example", "Ada@Example.com", "IE", "", "", "open", "All of it."];
const withCell = (at: number, text: string) => good.map((cell, place) => (place === at ? text : cell));

test("a row becomes a request on its true day, for the person themselves, and says that it was brought along", () => {
  expect(readBacklogRow(good, settings, desk)).toEqual({
    is: "request",
    filing: {
      rights: ["access"],
      relation: "self",
      country: "IE",
      region: null,
      language: "en",
      channel: "email",
      receivedOn: "2026-11-02",
      backlog: true,
      person: { name: "Ada Example", email: "Ada@Example.com" },
      details: { general: { request: "All of it." } },
    },
  });
});

test("what the row says comes before what the desk said for all; nothing told leaves no empty words", () => {
  const told = ["2.11.2026", "access", "Ada Example", "ada@example.com", "IE", "German", "letter"];
  const read = readBacklogRow(told, settings, desk);
  expect(read).toMatchObject({ filing: { language: "de", channel: "post", details: {} } });
  expect(readBacklogRow(withCell(5, "de-AT"), settings, desk)).toMatchObject({ filing: { language: "de" } });
});

test("what ended in the old tool is owed no longer, whatever else the row says", () => {
  expect(readBacklogRow(withCell(7, "Closed"), settings, desk)).toEqual({ is: "ended" });
  expect(readBacklogRow(["", "", "", "", "", "", "", "done"], settings, desk)).toEqual({ is: "ended" });
});

test.each([
  [0, "5.12.2026", "That is no day up to today: “5.12.2026”."],
  [0, "", "Day received is empty."],
  [1, "restriction", "That is nothing one can ask for here: “restriction”."],
  [1, "refund", "That is nothing one can ask for here: “refund”."],
  [2, "x".repeat(201), `That name is too long: “${"x".repeat(201)}”.`],
  [3, "ada", "That is no e-mail address: “ada”."],
  [4, "US", "That place needs another name, or its state or province: “US”."],
  [5, "fr", "Letters are not offered in that language: “fr”."],
  [6, "pigeon", "That is no way in which requests come: “pigeon”."],
])("column %i with %j stays out, and the row says why", (at, text, because) => {
  expect(readBacklogRow(withCell(at, text), settings, desk)).toEqual({ is: "mistake", because: [because] });
});

test("a short row and a state that is none say everything at once", () => {
  const columns = { ...settings.columns, region: 5, language: undefined } as BacklogSettings["columns"];
  const read = readBacklogRow(
    withCell(4, "US").map((cell, at) => (at === 5 ? "Bavaria" : cell)),
    { ...settings, columns },
    desk,
  );
  expect(read).toEqual({ is: "mistake", because: ["That place is not known with “Bavaria”: “US”."] });
  const short = readBacklogRow(["2.11.2026"], settings, desk);
  expect(short).toMatchObject({ is: "mistake" });
  expect(short.is === "mistake" && short.because).toHaveLength(4);
});

test("whoever takes requests down or sets up the desk may bring a backlog along", () => {
  expect(mayImportBacklog(["handler"])).toBe(true);
  expect(mayImportBacklog(["administrator"])).toBe(true);
  expect(mayImportBacklog(["auditor", "dpo", "approver"])).toBe(false);
});
