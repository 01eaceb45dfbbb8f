import { extractText } from "unpdf";
import { describe, expect, it } from "vitest";
import type { PackageFacts } from "@/lib/domain/package/summary-facts";
import type { Summary } from "./blocks";
import { scanPackage } from "./build-package";
import { summaryOf } from "./summary";
import { summaryHtml } from "./summary-html";
import { summaryPdf } from "./summary-pdf";
import { madeAt, packageFacts, rowSource, wholeOf } from "./test-package";

const account = { category: "account", row: { name: "Robin Canary", city: "Łódź Москва 🎉", newsletter: false } };
const bills = Array.from({ length: 57 }, (_, place) => ({
  category: "billing",
  row: { invoice: `2026-${place}`, note: place === 0 ? "long ".repeat(100) : "Monthly" },
}));

async function summary(given: Partial<PackageFacts> = {}, profile: Partial<PackageFacts["profile"]> = {}) {
  const facts = packageFacts(given);
  const rows = [rowSource("accounts", [account]), rowSource("billing_system", bills)];
  const found = await scanPackage({ rows, files: [] });
  return summaryOf({ ...facts, profile: { ...facts.profile, ...profile } }, found);
}

/** Everything that the blocks say, in order. */
function said({ title, lead, blocks }: Summary): string {
  const words = blocks.flatMap((block) => {
    if (block.kind === "heading" || block.kind === "paragraph") return [block.text];
    if (block.kind === "list") return block.items;
    if (block.kind === "facts") return block.rows.flat();
    return [block.caption, ...block.head, ...block.rows.flat(), block.note ?? ""];
  });
  return [title, lead, ...words].join("\n");
}

describe("A1, W1: the summary tells all that GDPR Art. 15 lists", () => {
  it("(a)–(d), (g): what we hold, what for, why, from whom, to whom, how long", async () => {
    const told = said(await summary());
    for (const words of [
      "We looked in 4 places and found 58 records about you, in 2 categories",
      "Account and profile",
      "Our contract with you",
      "Connected customer databases (CRM)",
      "90 days after your account ends",
      "7 years from the day it was recorded",
      "Robin Canary",
    ])
      expect(told).toContain(words);
  });
  it("(e), (f): what else can be asked, and the authority of the place where the person lives", async () => {
    const german = said(await summary({ country: "DE" }));
    expect(german).toContain("Correct your data: We put right what is wrong");
    expect(german).not.toContain("Get a copy of your data:");
    expect(german).toContain("https://www.bfdi.bund.de");
    expect(said(await summary({ regime: "us_ca_ccpa", country: "US" }))).toContain("Attorney General");
  });
  it("(h), W10: decisions by machines as the profile has them, or that there are none", async () => {
    const some = [{ name: "Scoring", logic: "Late bills count", consequences: "A lower limit" }];
    expect(said(await summary({}, { automatedDecisions: some }))).toMatch(
      /Scoring\n.*\nLate bills count\n.*\nA lower limit/,
    );
    expect(said(await summary({}, { automatedDecisions: [] }))).toContain(
      "We take no decision about you by machine alone",
    );
  });
  it("(2): where it is kept and how it is protected", async () => {
    expect(said(await summary())).toContain("Where it is kept: United States\nTLS for everything in transit");
  });
  it("what nobody wrote down is not made up: it says so and where to ask", async () => {
    const told = said(await summary());
    expect(told).toContain("What we use it for\nWe have not written this down here. Ask us and we tell you: privacy@");
    const [line] = packageFacts().profile.retention;
    const retention = line ? [{ ...line, purpose: "To run your account", source: "From you" }] : [];
    expect(said(await summary({}, { retention }))).toContain("To run your account");
  });
  it("where we looked, by which identifiers and when: also where nothing was found or given", async () => {
    const told = said(await summary());
    expect(told).toContain("Accounts and workspaces\nFound\ne-mail address, Customer number\n8 December 2026 at 09:05");
    expect(told).toContain("Inbox\nNothing found\ne-mail address, name");
    expect(told).toContain("Not given out: The store is closed for a legal case.");
  });
  it("of a big category the first rows stand here, and where the rest is", async () => {
    const told = said(await summary());
    expect(told).toContain(
      "You see 20 of 57 records and 2 of 2 columns. All of it is in data/billing_system/billing.csv.",
    );
    expect(told).toContain("Long texts are cut here");
    expect(told).toContain("These are all records. They are also in data/accounts/account.csv.");
  });
});

describe("W20: in German the same is told", () => {
  it("with the words of law that Germans know", async () => {
    const told = said(await summary({ language: "de" }));
    expect(told).toContain("Ihre Daten bei AImarkOS");
    expect(told).toContain("58 Datensätze über Sie gefunden, in 2 Kategorien");
    expect(told).toContain("Unser Vertrag mit Ihnen");
    expect(told).toContain("Kundennummer");
    expect(told).toContain("Art. 15 Abs. 1");
    expect(told).not.toMatch(/GDPR|We |Your /);
  });
  it("both languages have the same blocks", async () => {
    const kinds = ({ blocks }: Summary) => blocks.map(({ kind }) => kind);
    expect(kinds(await summary({ language: "de" }))).toEqual(kinds(await summary()));
  });
});

describe("the page and the PDF say the same", () => {
  it.each(["en", "de"] as const)("%s: every word of the blocks stands in both", async (language) => {
    const whole = await summary({ language });
    const html = summaryHtml(whole)
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&#39;", "'")
      .replaceAll("&quot;", '"');
    const { text } = await extractText(new Uint8Array(await wholeOf(summaryPdf(whole, madeAt))), { mergePages: true });
    const wordsOf = (of: string) => of.split(/[\s\u200b]+/).filter((word) => /^\p{L}{4,}$/u.test(word));
    const [inHtml, inPdf] = [new Set(wordsOf(html)), text.replaceAll(/[\s-]+/g, "")];
    const wanted = wordsOf(said(whole));
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((word) => !inHtml.has(word))).toEqual([]);
    expect(wanted.filter((word) => !inPdf.includes(word))).toEqual([]);
  });

  it("the PDF is tagged: language, title, headings, lists, tables with head cells", async () => {
    const pdf = (await wholeOf(summaryPdf(await summary({ language: "de" }), madeAt))).toString("latin1");
    for (const mark of [/\/Marked true/, /\/Lang \(de\)/, /\/DisplayDocTitle true/, /\/StructTreeRoot/, /pdfuaid/])
      expect(pdf).toMatch(mark);
    for (const role of ["Document", "H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD"])
      expect(pdf).toMatch(new RegExp(`/S /${role}\\b`));
    expect(pdf).not.toMatch(/\/JavaScript|\/JS|\/OpenAction|\/URI|\/EmbeddedFile/);
  });

  it("signs without letters in the PDF's fonts are □, and it says where they are whole", async () => {
    const whole = await summary();
    const { text } = await extractText(new Uint8Array(await wholeOf(summaryPdf(whole, madeAt))), { mergePages: true });
    expect(text).toContain("Łódź Москва □");
    expect(text).toContain("In summary.html they are whole");
    expect(summaryHtml(whole)).toContain("Łódź Москва 🎉");
  });
});
