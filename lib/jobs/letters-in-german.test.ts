import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeForPerson, composeForStaff } from "@/emails/compose-letter";
import { chooseLanguage } from "@/lib/commands/choose-language";
import { openDesk } from "@/lib/commands/test-desk";
import type { StoredRequest } from "@/lib/db/request-store";
import { personLetters } from "@/lib/domain/letters";
import { regimeIds } from "@/lib/domain/regime";
import { wordsIn } from "@/lib/domain/words";
import en from "@/messages/en.json";
import { personFacts, staffFacts } from "./letter-facts";

const now = new Date("2026-12-04T10:00:00Z");
const base = "https://privacy.example.org";
const secrets = {
  token: "T0ken".padEnd(43, "x"),
  code: "12345678",
  linkExpiresAt: "2026-12-11T10:00:00.000Z",
  codeExpiresAt: "2026-12-04T10:10:00.000Z",
};
let desk: Awaited<ReturnType<typeof openDesk>>;
const states: Record<string, StoredRequest> = {};
let person: Awaited<ReturnType<typeof desk.file>>["person"];
beforeAll(async () => {
  desk = await openDesk(now);
  const handler = await desk.member("handler");
  const filed = await desk.file({ language: "de" });
  const { id } = filed;
  person = filed.person;
  states.filed = await desk.look(id);
  await desk.confirm(id);
  states.confirmed = await desk.look(id);
  await desk.step(handler, id, { step: "ask_proof", kind: "data_points_matched", words: "Ihre Kundennummer?" });
  states.asked = await desk.look(id);
  await desk.step(handler, id, { step: "resume" });
  await desk.step(handler, id, { step: "extend", words: "Es ist viel." });
  states.extended = await desk.look(id);
});
afterAll(() => desk.close());

const factsOf = (request: StoredRequest) =>
  personFacts(request, { kind: "received", seq: request.facts.version, secrets }, base, now);

/** What the English catalogue and the law's English words say, in pieces of three words and more. */
function englishPieces(): string[] {
  const leaves = (tree: object): string[] =>
    Object.values(tree).flatMap((held) => (typeof held === "string" ? [held] : leaves(held)));
  const complaints = regimeIds.flatMap((regime) => {
    const { first = "", court, authorities } = wordsIn("en").complaint(regime, "DE");
    return [first, court, ...authorities.map(({ route = "" }) => route)];
  });
  const all = [...leaves(en.letters), ...complaints].flatMap((words) => words.split(/\{[^}]*\}/));
  return all.map((piece) => piece.trim()).filter((piece) => piece.split(/\s+/).length >= 3);
}

describe.each(personLetters)("%s in German", (kind) => {
  it("says nothing that the English catalogue says, in any state", async () => {
    const pieces = englishPieces();
    expect(pieces.length).toBeGreaterThan(100);
    for (const request of Object.values(states)) {
      const { subject, html, text, language } = await composeForPerson(kind, factsOf(request));
      expect(language).toBe("de");
      expect(html).toMatch(/<html[^>]* lang="de"/);
      const read = `${subject}\n${text}`.replaceAll(/\s+/g, " ");
      expect(pieces.filter((piece) => read.includes(piece))).toEqual([]);
      expect(read).not.toMatch(/\b(your|you|the clock|last day|received;|Monday|January)\b/);
      expect(read).toMatch(/\b(Ihr|Ihre|Ihnen|Sie)\b/);
    }
  });
});

describe("what a German letter says", () => {
  const letter = async (kind: (typeof personLetters)[number], request = states.confirmed) => {
    if (!request) throw new Error("no such request");
    return (await composeForPerson(kind, factsOf(request))).text.replaceAll(/\s+/g, " ");
  };

  it("days with the month in letters, instants with their zone", async () => {
    const text = await letter("confirm_address", states.filed);
    expect(text).toContain("Freitag, 4. Dezember 2026");
    expect(text).toMatch(/gilt einmal, bis 11\. Dezember 2026 um 05:00 GMT-5/);
  });

  it("the arithmetic line by line, and where to complain", async () => {
    const text = await letter("received");
    expect(text).toContain("So rechnen wir");
    expect(text).toMatch(/30 Kalendertage nach dem 4\. Dezember 2026/);
    expect(text).toContain("letzter Tag für die Antwort");
    expect(text).toContain("Aufsichtsbehörde des Landes");
    expect(text).toContain("https://www.bfdi.bund.de");
  });
});

it("the person changes the language of later letters; the filing stays as it was recorded", async () => {
  await chooseLanguage(person, { language: "en" });
  const stored = await desk.look(person.requestId);
  expect(factsOf(stored).language).toBe("en");
  expect(stored.facts.received.language).toBe("de");
  await chooseLanguage(person, { language: "de" });
  expect(factsOf(await desk.look(person.requestId)).language).toBe("de");
});

it("whoever filed in somebody's name, without their mailbox, changes no letter", async () => {
  expect((await chooseLanguage({ ...person, proven: false }, { language: "en" })).ok).toBe(false);
  expect((await desk.look(person.requestId)).row.language).toBe("de");
});

it("only the request whose key it is: another one keeps its language", async () => {
  const other = await desk.file({ language: "en" });
  await chooseLanguage(person, { language: "de" });
  expect((await desk.look(other.id)).row.language).toBe("en");
});

it("letters to staff stay English", async () => {
  const request = states.extended;
  if (!request) throw new Error("no such request");
  const { organisation } = request;
  const german = { ...organisation.profile, languages: { offered: ["de"], default: "de" } };
  const facts = staffFacts({ ...request, organisation: { ...organisation, profile: german } }, base, now);
  expect((await composeForStaff("staff_person_replied", facts)).text).toContain("Answer due");
});
