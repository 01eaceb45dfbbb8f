import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  composeForPerson,
  composeForStaff,
  composeGathered,
  composeWeekly,
  type RequestStaffLetter,
} from "@/emails/compose-letter";
import { openDesk } from "@/lib/commands/test-desk";
import type { StoredRequest } from "@/lib/db/request-store";
import { calendarDate } from "@/lib/domain/calendar-date";
import { type ExtensionGround, extensionGrounds } from "@/lib/domain/extension-grounds";
import { gatheredLetters, isGathered, personLetters, staffLetters } from "@/lib/domain/letters";
import { staffProofKinds } from "@/lib/forms/console-steps";
import { gatheredFacts, personFacts, staffFacts, weeklyFacts } from "./letter-facts";

const now = new Date("2026-12-04T10:00:00Z");
const base = "https://privacy.example.org";
const secrets = {
  token: "T0ken".padEnd(43, "x"),
  code: "12345678",
  linkExpiresAt: "2026-12-11T10:00:00.000Z",
  codeExpiresAt: "2026-12-04T10:10:00.000Z",
};
let desk: Awaited<ReturnType<typeof openDesk>>;
let stored: StoredRequest;
let asked: StoredRequest;
let extended: StoredRequest;
beforeAll(async () => {
  desk = await openDesk(now);
  const handler = await desk.member("handler");
  const canary = { name: "Robin Canary", email: "robin.canary@example.com", telephone: "+49 555 CANARY" };
  const filed = await desk.file({ person: canary, details: { access: { which: "CANARY details" } } });
  const { id } = filed;
  await desk.confirm(id);
  stored = await desk.look(id);
  await desk.step(handler, id, { step: "ask_proof", kind: "data_points_matched", words: "CANARY: your number?" });
  asked = await desk.look(id);
  await desk.step(handler, id, { step: "resume" });
  await desk.step(handler, id, { step: "extend", ground: "complexity", words: "CANARY: it is a lot." });
  extended = await desk.look(id);
});
afterAll(() => desk.close());

const factsOf = (request: StoredRequest) =>
  personFacts(request, { kind: "received", seq: request.facts.version, secrets }, base, now);

describe.each(personLetters)("%s", (kind) => {
  it("ATK-M3: tells nothing personal and nothing that a stranger typed in any part, fetches nothing, and says the same in text and HTML", async () => {
    const { subject, html, text } = await composeForPerson(kind, factsOf(extended));
    for (const part of [subject, html, text]) expect(part).not.toMatch(/canary|robin|germany|copy of your data/i);
    expect(html).not.toMatch(/<img|url\(|@import|<link |src=|<script/i);
    expect(subject).toMatch(new RegExp(`^\\[${extended.reference}\\] AImarkOS: `));
    expect(text).not.toMatch(/<[a-z]|&[a-z]+;|undefined|null|\{|letters\./i);
    expect(text.length).toBeGreaterThan(200);
    const [, title = ""] = html.match(/<title>(.*?)<\/title>/) ?? [];
    expect(text).toContain(title.replaceAll("&#x27;", "'"));
    expect(text).toContain(extended.reference);
  });
});

const ofOne = staffLetters.filter((kind) => !isGathered(kind) && kind !== "staff_weekly") as RequestStaffLetter[];
describe.each(ofOne)("%s", (kind) => {
  it("says when a letter to the person failed, and only then", async () => {
    const [link] = extended.chain;
    if (!link) throw new Error("no chain");
    const event = { type: "LetterFailed", letterId: "l", letter: "extended", permanent: true } as const;
    const failed = { ...extended, chain: [...extended.chain, { ...link, event }] };
    const words = "A letter to the person could not be delivered";
    const textOf = async (request: StoredRequest) =>
      (await composeForStaff(kind, staffFacts(request, base, now))).text.replaceAll(/\s+/g, " ");
    expect(await textOf(failed)).toContain(words);
    expect(await textOf(extended)).not.toContain("delivered");
  });

  it("holds a link, the reference and the date, and nothing of the person", async () => {
    const { subject, html, text } = await composeForStaff(kind, staffFacts(extended, base, now));
    for (const part of [subject, html, text]) expect(part).not.toMatch(/canary|robin|germany/i);
    for (const part of [html, text]) expect(part).toContain(`${base}/console/requests/${extended.reference}`);
    expect(text).toContain(`Reference:  ${extended.reference}`);
    expect(text).toMatch(/Answer due: +\w+, \d+ \w+ 202[67]/);
  });
});

describe.each(gatheredLetters)("%s", (kind) => {
  it("says how many and where they are listed, and names none", async () => {
    const facts = gatheredFacts(extended.organisation, { kind, requests: 12, contested: 0 }, base);
    const { subject, html, text } = await composeGathered(kind, facts);
    for (const part of [subject, html, text]) expect(part).not.toContain(extended.reference);
    expect(subject).toMatch(/^AImarkOS: 12 requests are (due soon|overdue)$/);
    for (const part of [html, text]) expect(part).toMatch(/console\?view=(owed|overdue)/);
  });
});

it("decision 062: the letter of the week is a link and its days: no figure, no request, nobody", async () => {
  const of = { lastDay: calendarDate("2026-11-29"), staffId: "0199a1b2-0000-4000-8000-000000000001" };
  const facts = weeklyFacts(extended.organisation, of, base);
  const { subject, html, text } = await composeWeekly(facts);
  expect(subject).toBe("AImarkOS: the week to Sunday, 29 November 2026");
  const plain = text.replaceAll(/\s+/g, " ");
  expect(plain).toContain("the week from Monday, 23 November 2026 to Sunday, 29 November 2026");
  for (const part of [html, text]) expect(part).toContain(`${base}/console/reports/week/aimarkos/2026-11-29`);
  for (const part of [html, text]) expect(part).toContain(facts.stopUrl);
  for (const part of [subject, html, text]) {
    expect(part).not.toContain(extended.reference);
    expect(part).not.toMatch(/canary|robin|germany/i);
  }
  // No number but those of its two days, the year, and what stands in addresses.
  const numbers = plain.replaceAll(/https?:\S+/g, "").match(/\d+/g) ?? [];
  expect([...new Set(numbers)].sort()).toEqual(["2026", "23", "29"]);
});

describe("what a letter must say", () => {
  const letter = async (kind: (typeof personLetters)[number], request = stored) =>
    (await composeForPerson(kind, factsOf(request))).text.replaceAll(/\s+/g, " ");

  it("the first: link and code with their ends and zone, when it closes, what if it was not you", async () => {
    const facts = { ...factsOf(stored), started: false };
    const text = (await composeForPerson("confirm_address", facts)).text.replaceAll(/\s+/g, " ");
    expect(text).toContain(`${base}/aimarkos/c/${secrets.token}`);
    expect(text).toContain("1234 5678");
    expect(text).toContain("until 11 December 2026 at 05:00 GMT-5");
    expect(text).toContain("Typed there, the code works until 4 December 2026 at 05:10 GMT-5");
    expect(text).toContain("closes after Friday, 18 December 2026");
    expect(text).toContain("Not you? Then ignore this letter. Nothing happens");
  });

  it("the acknowledgement: received, due and how counted, next step, withdraw, authority by country", async () => {
    const text = await letter("received");
    expect(text).toContain("We received your request on Friday, 4 December 2026. We answer by");
    expect(text).toContain("How we count");
    expect(text).toContain("withdraw the request at any time");
    expect(text).toContain("https://www.bfdi.bund.de");
    expect(text).toContain("GDPR Arts 77, 79");
  });

  it("a demand for proof: where it stands, and whether the clock goes on", async () => {
    const text = await letter("need_more", asked);
    expect(text).toContain("sure that it is you");
    expect(text).toContain("a few details that we can compare with what we hold");
    expect(text).toMatch(/The time for our answer (stands still|goes on)/);
    expect(text).not.toContain("remind the person");
  });

  it("a demand beyond the policy does not call itself the least that will do", async () => {
    const { text } = await composeForPerson("need_more", { ...factsOf(asked), proofBeyond: true });
    expect(text.replaceAll(/\s+/g, " ")).toContain("more than we usually ask for: why we need it stands there too");
    expect(text).not.toContain("least");
    expect(await letter("need_more", asked)).toContain("least");
  });

  it("an extension: old date, new date, complaint and court", async () => {
    const text = await letter("extended", extended);
    const { extension } = extended.facts;
    expect(extension).not.toBeNull();
    expect(text).toMatch(/We cannot answer your request by \w+, \d+ January 2027\./);
    expect(text).toMatch(/You have our answer by \w+, \d+ March 2027\./);
    expect(text).toContain("The kind of reason: what you asked for is complex.");
    expect(text).toContain("You can complain to:");
    expect(text).toContain("court");
  });

  it("every kind of reason and of proof has its sentence, and an older record without one has none", async () => {
    for (const ground of Object.keys(extensionGrounds) as ExtensionGround[]) {
      const { extension, ...rest } = factsOf(extended);
      const facts = { ...rest, extension: extension && { ...extension, ground } };
      expect((await composeForPerson("extended", facts)).text).toMatch(/The kind of reason:\s+\w+/);
      const old = { ...rest, extension: extension && { ...extension, ground: null } };
      expect((await composeForPerson("extended", old)).text).not.toContain("kind of reason");
    }
    for (const proofAsked of staffProofKinds) {
      const { text } = await composeForPerson("need_more", { ...factsOf(asked), proofAsked });
      expect(text).toMatch(/We ask (about|for|you|to|what|that)\s/);
    }
  });

  it("an extension of one part: what is not extended keeps its day", async () => {
    const facts = { ...factsOf(extended), dueOn: calendarDate("2026-12-25") };
    const text = (await composeForPerson("extended", facts)).text.replaceAll(/\s+/g, " ");
    expect(text).toContain("What is due first stays due on Friday, 25 December 2026.");
    expect(await letter("extended", extended)).not.toContain("stays due");
  });

  it("a lapse: nothing was done, how to start again, until when it is kept; no link that opens anything", async () => {
    const facts = { ...factsOf(stored), key: null };
    const { text } = await composeForPerson("lapsed", facts);
    expect(text).toContain(`${base}/aimarkos/ask`);
    expect(text).not.toContain("/c/");
  });
});
