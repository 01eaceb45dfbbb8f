import { describe, expect, it, test } from "vitest";
import { calendarDate } from "./calendar-date";
import { deriveClock } from "./clock";
import { linesForPerson } from "./clock-facts";
import { germanRefusals } from "./german/refusal-words";
import { languages, readLanguage } from "./language";
import { countries, eeaCountries, regionsOf } from "./places";
import { proofRule } from "./proof-policy";
import { type Refusal, refusals } from "./refusal";
import { regimeIds } from "./regime";
import type { KeepingRule } from "./retention-rule";
import { rights } from "./right";
import { type ProofKind, proofKinds, relations } from "./verification";
import { wordsIn } from "./words";

const english = wordsIn("en");
const german = wordsIn("de");
const day = calendarDate;

// Words that every English sentence has some of and no German one.
const tellsEnglish = /\b(the|of|you|your|and|is|not|after|until|because|with)\b/;

const on = day("2026-03-02");

test.each(rights)("%s has German words of its own shape", (right) => {
  const { name, statute, does, hint } = german.rights[right];
  expect(name).not.toMatch(/[.!?]$/);
  for (const sentence of [does, hint]) expect(sentence).toMatch(/^[A-ZÄÖÜ].*\.$/);
  for (const text of [name, statute, does, hint]) expect(text).not.toMatch(tellsEnglish);
});

test("no two rights share a German name", () => {
  expect(new Set(rights.map((right) => german.rights[right].name)).size).toBe(rights.length);
});

describe("refusals", () => {
  const all = Object.keys(refusals) as Refusal[];

  it("that a person can meet have German words; the others a plain sentence, never English", () => {
    for (const refusal of all) expect(german.refusal(refusal)).not.toMatch(tellsEnglish);
    expect(german.refusal("four_eyes")).toBe("Das ist gerade nicht möglich.");
    expect(Object.keys(germanRefusals)).toEqual(
      expect.arrayContaining(["wrong_code", "code_dead", "link_dead", "too_many", "same_key_other_body"]),
    );
    expect(english.refusal("wrong_code")).toBe(refusals.wrong_code);
  });
});

describe("where to complain", () => {
  it.each(regimeIds)("%s: the same authorities, the same provisions, German words", (regime) => {
    const [here, there] = [english.complaint(regime, "DE"), german.complaint(regime, "DE")];
    expect(there.authorities.map(({ website }) => website)).toEqual(here.authorities.map(({ website }) => website));
    expect(there.first === undefined).toBe(here.first === undefined);
    for (const text of [there.court, there.first ?? ""]) expect(text).not.toMatch(tellsEnglish);
    for (const { route } of there.authorities) expect(route ?? "").not.toMatch(tellsEnglish);
    expect(there.citation).toBe(here.citation);
    expect(german.law(regime)).not.toMatch(tellsEnglish);
  });

  it.each(eeaCountries)("%s: what is not a name is German", (country) => {
    for (const { name, route } of german.complaint("eu_gdpr", country).authorities) {
      expect(`${name} ${route ?? ""}`).not.toMatch(/of your|lists|authority where/);
    }
  });

  it("under the GDPR but outside the EEA, the board's list is offered in German", () => {
    expect(german.complaint("eu_gdpr", "US").authorities[0]?.route).toContain("Mitgliedstaaten");
  });
});

describe("provisions", () => {
  it.each([
    ["GDPR Art. 12(3)", "Art. 12 Abs. 3 DSGVO"],
    ["GDPR Arts 77, 79", "Art. 77, 79 DSGVO"],
    ["GDPR recital 63; EDPB Guidelines 01/2022 §159", "Erwägungsgrund 63 DSGVO; EDSA-Leitlinien 01/2022 Rn. 159"],
    [
      "Regulation 1182/71 Art. 3(4); EDPB Guidelines 01/2022 §§157–160",
      "Art. 3 Abs. 4 Verordnung 1182/71; EDSA-Leitlinien 01/2022 Rn. 157–160",
    ],
    ["our privacy policy", "unsere Datenschutzerklärung"],
    ["GDPR Art. 12(3); 11 CCR §7101", null],
    ["POPIA ss.74, 99", null],
  ])("%s", (citation, there) => {
    expect(german.cite(citation)).toBe(there);
    expect(english.cite(citation)).toBe(citation);
  });

  it("that the promise and the clock of the GDPR rest on are all cited in German", () => {
    const facts = {
      received: on,
      pauses: [{ from: day("2026-03-05"), to: null, ground: "identity" as const, suspends: true }],
    };
    for (const regime of ["eu_gdpr", "contract_30d"] as const) {
      const lines = linesForPerson(deriveClock({ regime, right: "access", facts, holidays: new Set() }));
      expect(lines.map(({ citation }) => [citation, german.cite(citation)]).filter(([, said]) => !said)).toEqual([]);
    }
  });
});

describe("places", () => {
  it("are all there in both languages, in the order of their names", () => {
    for (const words of [english, german]) {
      expect(
        words
          .countries()
          .map(([code]) => code)
          .sort(),
      ).toEqual(Object.keys(countries).sort());
    }
    const names = german.countries().map(([, name]) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "de")));
    expect(names.every((name) => name.length > 2)).toBe(true);
    for (const country of ["US", "CA"]) {
      expect(
        german
          .regions(country)
          .map(([code]) => code)
          .sort(),
      ).toEqual(
        regionsOf(country)
          .map(([code]) => code)
          .sort(),
      );
    }
  });

  it("read as people say them, and an unknown code stays what it is", () => {
    expect(german.place("DE")).toBe("Deutschland");
    expect(german.place("US", "CA")).toBe("Kalifornien, Vereinigte Staaten");
    expect(german.place("US", "US-NY")).toBe("New York, Vereinigte Staaten");
    expect(german.place("QQ", "X")).toBe("QQ");
    expect(english.place("US", "CA")).toBe("California, United States");
  });
});

test("every reason for proof is said in German", () => {
  const reasons = new Set(
    rights.flatMap((right) =>
      relations.flatMap((relation) =>
        [[], ["us_ca_ccpa"] as const].map((regimes) => proofRule({ right, relation, regimes }).reason),
      ),
    ),
  );
  expect(reasons.size).toBe(8);
  for (const reason of reasons) {
    expect(german.proofReason(reason)).not.toMatch(tellsEnglish);
    expect(german.proofReason(reason)).not.toBe(english.proofReason(reason));
  }
});

test("what proves what is said in German, and where the address is all, that", () => {
  for (const kind of Object.keys(proofKinds) as ProofKind[]) {
    expect(german.way([kind])).not.toMatch(tellsEnglish);
    expect(english.way([kind])).toMatch(/^[a-z]/);
  }
  expect(english.way([])).toBe(english.way(["contact_confirmed"]));
  expect(german.way(["power_of_attorney", "declaration"])).toBe(
    "eine Vollmacht und eine Erklärung, die Sie unterschreiben",
  );
  expect(german.raisedReason).not.toMatch(tellsEnglish);
});

test("where the European laws' rules on proof come from is cited in German", () => {
  for (const right of rights) {
    for (const relation of relations) {
      const { citation } = proofRule({ right, relation, regimes: ["eu_gdpr"] });
      expect([citation.text, german.cite(citation.text)]).toEqual([citation.text, expect.any(String)]);
    }
  }
});

test.each<[KeepingRule, string, string]>([
  [{ kind: "after_account_end", days: 90 }, "90 days after your account ends", "90 Tage nach dem Ende Ihres Kontos"],
  [{ kind: "after_account_end", days: 1 }, "1 day after your account ends", "1 Tag nach dem Ende Ihres Kontos"],
  [
    { kind: "from_creation", period: { days: 30 } },
    "30 days from the day it was recorded",
    "30 Tage ab dem Tag der Aufzeichnung",
  ],
  [
    { kind: "from_creation", period: { months: 1 } },
    "1 month from the day it was recorded",
    "1 Monat ab dem Tag der Aufzeichnung",
  ],
  [
    { kind: "until_withdrawal_or", period: { years: 5 }, after: "last_interaction" },
    "until you withdraw, or 5 years after we last heard from you",
    "bis Sie widerrufen, oder 5 Jahre nachdem wir zuletzt von Ihnen gehört haben",
  ],
  [{ kind: "while", text: "as long as a bill is open" }, "as long as a bill is open", "as long as a bill is open"],
])("a rule of keeping: %j", (rule, here, there) => {
  expect(english.keeping(rule)).toBe(here);
  expect(german.keeping(rule)).toBe(there);
});

test("what a request holds is said in German with the same numbers, dates and provisions", () => {
  const profile = { requestRetentionMonths: 24, regimes: ["eu_gdpr"] } satisfies Parameters<
    typeof german.requestData
  >[0];
  const [here, there] = [english, german].map((words) => words.requestData(profile, day("2026-03-02"))) as [
    ReturnType<typeof german.requestData>,
    ReturnType<typeof german.requestData>,
  ];
  expect(there.map(({ name, because, ...line }) => line)).toEqual(here.map(({ name, because, ...line }) => line));
  for (const [index, { name, because }] of there.entries()) {
    expect(`${name} ${because}`).not.toMatch(tellsEnglish);
    expect(because.match(/\d+/g)).toEqual(here[index]?.because.match(/\d+/g));
  }
});

test("a language that we do not have is read as English", () => {
  expect(languages.map(readLanguage)).toEqual([...languages]);
  expect(readLanguage("xx")).toBe("en");
});
