// A file with a mistake says where and what in plain words; a fourth organisation is one more file.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseOrganisation, parseOrganisations } from "./organisation";

type Json = Record<string, unknown>;

const slugs = ["aimarkos", "aiworksforus", "ares"];

function textOf(slug: string): string {
  return readFileSync(new URL(`../../examples/organisations/${slug}.json`, import.meta.url), "utf8");
}

/** The file with some fields replaced; `undefined` takes a field away. */
function changed(changes: Json, slug = "aimarkos"): unknown {
  return JSON.parse(JSON.stringify({ ...(JSON.parse(textOf(slug)) as Json), ...changes }));
}

function mistakesIn(json: unknown): string[] {
  const parsed = parseOrganisation(json);
  return parsed.ok ? [] : parsed.mistakes.map(({ path, message }) => `${path}: ${message}`);
}

const line = { category: "account", name: "Account", rule: { kind: "while", text: "always" }, legalBasis: "contract" };
const used = JSON.parse(textOf("aimarkos")).retention as Json[];
const system = { id: "a", name: "A", owner: "IT", categories: ["account"], kind: "manual" };
const notice = { version: "1", announcedOn: "2026-01-01", from: "2026-02-01", noticeDays: 14, text: "…" };

describe("a mistake is told in plain words", () => {
  const cases: [what: string, changes: Json, told: string][] = [
    ["missing field", { contacts: undefined }, "contacts: is missing"],
    ["missing choice", { child: { under: 18, text: "x" } }, "child, rule: is missing"],
    ["missing part", { brand: { mark: "A" } }, "brand, accent: is missing"],
    ["unknown field", { colour: "red" }, "colour: is no field of this file"],
    ["unknown law", { regimes: ["gdpr"] }, 'regimes, entry 1: "gdpr" is not known; must be one of eu_gdpr, uk_gdpr'],
    ["promise as a law", { regimes: ["contract_30d"] }, 'regimes, entry 1: "contract_30d" is not known'],
    ["unknown right", { rights: [{ right: "acces" }] }, 'rights, entry 1, right: "acces" is not known; must be one of'],
    ["proof switched off", { rights: [{ right: "access", verify: "never" }] }, "rights, entry 1, verify: is no field"],
    ["unknown zone", { timeZone: "Mars/Phobos" }, "timeZone: must be a time zone name, for example America/New_York"],
    ["offset as zone", { timeZone: "+01:00" }, "timeZone: must be a time zone name"],
    ["number in quotes", { dueSoonDays: "7" }, "dueSoonDays: must be a number"],
    ["half a day", { dueSoonDays: 1.5 }, "dueSoonDays: must be a whole number"],
    ["text for true", { mfaRequired: "yes" }, "mfaRequired: must be true or false"],
    ["number for text", { name: 7 }, "name: must be text in quotes"],
    ["empty text", { name: "  " }, "name: must not be empty"],
    ["one for a list", { safeguards: "TLS" }, "safeguards: must be a list in [ ]"],
    ["list for a group", { promise: [] }, "promise: must be a group of fields in { }"],
    ["retention without rule", { retention: [{ ...line, rule: undefined }] }, "retention, entry 1, rule: is missing"],
    [
      "unknown kind of rule",
      { retention: [{ ...line, rule: { kind: "forever" } }] },
      'retention, entry 1, rule, kind: "forever" is not known; must be one of after_account_end, from_creation',
    ],
    [
      "rule without kind",
      { retention: [{ ...line, rule: { days: 3 } }] },
      "retention, entry 1, rule, kind: must be one of after_account_end",
    ],
    [
      "two lengths of time",
      { retention: [{ ...line, rule: { kind: "from_creation", period: { days: 1, years: 1 } } }] },
      'retention, entry 1, rule, period: must be one length of time, for example { "months": 24 }',
    ],
    [
      "no length of time",
      { retention: [{ ...line, rule: { kind: "from_creation" } }] },
      "retention, entry 1, rule, period: is missing",
    ],
    ["category twice", { retention: [...used, used[0]] }, 'retention, entry 6, category: "account" is there twice'],
    ["law twice", { regimes: ["eu_gdpr", "eu_gdpr"] }, 'regimes, entry 2: "eu_gdpr" is there twice'],
    [
      "system without retention",
      { systems: [{ ...system, categories: ["photos"] }] },
      'systems, entry 1, categories, entry 1: "photos" has no line in the retention schedule',
    ],
    ["another kind of system", { systems: [{ ...system, kind: "http" }] }, '"http" is not known; must be manual'],
    ["address", { contacts: { email: "privacy" } }, "contacts, email: must be an e-mail address"],
    [
      "unsafe link",
      { marketingPreferencePage: { text: "x", url: "http://example.com" } },
      "marketingPreferencePage, url: must be a web address that starts with https://",
    ],
    ["colour", { brand: { accent: "reddish", mark: "A" } }, "brand, accent: must be a colour, for example #1f5f8b"],
    ["country", { establishment: { country: "usa" } }, "establishment, country: must be a country's two-letter code"],
    ["region", { establishment: { country: "US", region: "ZZ" } }, 'establishment, region: "ZZ" is no state'],
    ["default language", { languages: { offered: ["en"], default: "fr" } }, "languages, default: must be one of the"],
    ["slug with a space", { slug: "My Company" }, "slug: must be lower-case letters, digits and hyphens"],
    ["slug of our own page", { slug: "console" }, 'slug: "console" is the address of one of the portal\'s own pages'],
    [
      "late reminder",
      { lapse: { unconfirmedAfterDays: 7, remindAfterDays: [3, 7] } },
      "lapse, remindAfterDays, entry 2",
    ],
    ["short memory", { requestRetentionMonths: 12 }, "requestRetentionMonths: must be at least 24 under Californian"],
    [
      "shorter than the answer's files are promised",
      { requestRetentionMonths: 3, regimes: ["eu_gdpr"] },
      "requestRetentionMonths: must be at least 4: the files of an answer can be fetched for 90 days",
    ],
    ["India without a period", { regimes: ["in_dpdp"] }, "publishedPeriodDays: is missing: under in_dpdp"],
    ["India beyond the ceiling", { publishedPeriodDays: 91 }, "publishedPeriodDays: must be at most 90"],
    ["no day", { notices: [{ ...notice, from: "2026-02-30" }] }, "notices, entry 1, from: must be a calendar day"],
    [
      "empty notice",
      { notices: [{ ...notice, text: undefined }] },
      "notices, entry 1, text: is missing: give the text",
    ],
    [
      "announced too late",
      { notices: [{ ...notice, announcedOn: "2026-01-31" }] },
      "notices, entry 1, announcedOn: must be at least 14 days before the version takes force",
    ],
    [
      "versions out of order",
      { notices: [notice, { ...notice, version: "2" }] },
      "notices, entry 2, from: must be later than the version before it",
    ],
    [
      "less notice than promised",
      { notices: [notice, { ...notice, version: "2", from: "2026-03-01", noticeDays: 7 }] },
      "notices, entry 2, noticeDays: must be at least the 14 days that are promised",
    ],
  ];
  test.each(cases)("%s", (_what, changes, told) => {
    const sentences = mistakesIn(changed(changes));
    expect(
      sentences.some((sentence) => sentence.includes(told)),
      sentences.join("\n"),
    ).toBe(true);
  });

  test("what is no group of fields at all", () => {
    expect(mistakesIn(null)).toEqual(["the file: must be a group of fields in { }"]);
  });

  test("all mistakes at once, and none in the words of the checking library", () => {
    const everything = cases.flatMap(([, changes]) => mistakesIn(changed(changes)));
    expect(everything.join("\n")).not.toMatch(/zod|invalid|expected|received|undefined|input/i);
    expect(mistakesIn({}).length).toBeGreaterThan(20);
  });
});

describe("a folder of files", () => {
  const files = slugs.map((slug) => ({ file: `${slug}.json`, text: textOf(slug) }));
  const fourth = { ...(JSON.parse(textOf("ares")) as Json), slug: "fourth", name: "Fourth Organisation" };

  test("a fourth organisation is one more file", () => {
    const parsed = parseOrganisations([...files, { file: "fourth.json", text: JSON.stringify(fourth) }]);
    expect(parsed.ok && parsed.profiles.map((profile) => profile.slug)).toEqual([...slugs, "fourth"]);
  });

  test("two files cannot have one slug, nor a slug another name than the file's", () => {
    const parsed = parseOrganisations([...files, { file: "twin.json", text: textOf("ares") }]);
    expect(parsed).toEqual({
      ok: false,
      mistakes: [
        { file: "twin.json", path: "slug", message: '"ares" is already used by another file' },
        { file: "twin.json", path: "slug", message: "must be the name of the file: ares.json" },
      ],
    });
  });

  test("a torn file names itself", () => {
    const parsed = parseOrganisations([{ file: "torn.json", text: '{"slug": ' }, ...files]);
    expect(parsed).toMatchObject({ ok: false, mistakes: [{ file: "torn.json", path: "the file" }] });
  });

  test("a mistake names its file", () => {
    const parsed = parseOrganisations([{ file: "x.json", text: "{}" }]);
    expect(parsed).toMatchObject({
      ok: false,
      mistakes: expect.arrayContaining([{ file: "x.json", path: "slug", message: "is missing" }]),
    });
  });
});

test("the fields table of the examples' README names every field and every law", () => {
  const readme = readFileSync(new URL("../../examples/organisations/README.md", import.meta.url), "utf8");
  const filled = slugs.flatMap((slug) => Object.keys(JSON.parse(textOf(slug)) as Json));
  for (const field of filled) expect(readme).toContain(`| \`${field}\``);
  for (const law of JSON.parse(textOf("aiworksforus")).regimes as string[]) expect(readme).toContain(`\`${law}\``);
});
