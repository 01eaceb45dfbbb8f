import { describe, expect, it, test } from "vitest";
import { calendarDate } from "./calendar-date";
import type { Asked, ClockSaying, PauseCondition, PeriodRule, Promptly } from "./clock-saying";
import { germanRefusals } from "./german/refusal-words";
import { languages, readLanguage } from "./language";
import { countries, eeaCountries, regionsOf } from "./places";
import { type Refusal, refusals } from "./refusal";
import { regimeIds } from "./regime";
import type { KeepingRule } from "./retention-rule";
import { rights } from "./right";
import { relations } from "./verification";
import { wordsIn } from "./words";

const english = wordsIn("en");
const german = wordsIn("de");
const day = calendarDate;

// Words that every English sentence has some of and no German one.
const tellsEnglish = /\b(the|of|you|your|and|is|not|after|until|because|with)\b/;

const asked: readonly Asked[] = ["identity", "clarification", "fee"];
const conditions: readonly PauseCondition[] = ["reasonable_doubts", "large_quantity", "needed_to_find"];
const rules: readonly PeriodRule[] = ["answer", "acknowledge", "extension_notice", "extended_answer"];
const soon: readonly Promptly[] = [
  "as soon as feasibly possible",
  "as soon as reasonably possible",
  "at once in simplified form",
  "promptly",
  "with due diligence",
  "within a reasonable period",
  "without undue delay",
];
const [on, later] = [day("2026-03-02"), day("2026-04-01")];
const period = { say: "period", count: 1, unit: "month", from: on, clamped: false, promptly: null } as const;

const everything: readonly ClockSaying[] = [
  { say: "received" },
  { say: "received", counted: false },
  { say: "starts", after: "identity" },
  { say: "starts", after: "fee" },
  { say: "starts_after_reflection", announced: on, days: 10 },
  ...asked.flatMap((one): ClockSaying[] => [
    { say: "not_started", asked: one, since: on },
    ...[1, 2].map(
      (used): ClockSaying => ({ say: "stopped", asked: one, claimed: "reasonable_doubts", since: on, used }),
    ),
    { say: "start_asked_too_late", asked: one, on, ended: later },
    { say: "pause_too_late", asked: one, on },
    { say: "pause_without_effect", asked: one, on, unclaimed: null },
    ...conditions.map((unclaimed): ClockSaying => ({ say: "pause_without_effect", asked: one, on, unclaimed })),
    ...conditions.flatMap((claimed) =>
      [0, 1, 9].map((days): ClockSaying => ({ say: "pause", asked: one, claimed, on, answered: later, days })),
    ),
  ]),
  { say: "remind" },
  ...[...soon, null].flatMap((promptly): ClockSaying[] => [
    { say: "no_number", promptly },
    { ...period, promptly },
  ]),
  ...(["day", "month", "business_day"] as const).flatMap((unit): ClockSaying[] => [
    { ...period, unit },
    { ...period, unit, count: 30, clamped: true },
  ]),
  { say: "roll", from: on, over: "weekend" },
  { say: "roll", from: on, over: "sunday" },
  ...rules.flatMap((rule): ClockSaying[] => [
    { say: "last_day", rule, stopped: false },
    { say: "last_day", rule, stopped: true },
  ]),
  { say: "new_date_told" },
  { say: "new_date_open" },
  { say: "extension_told" },
  { say: "extension_too_late", on, last: later },
  ...(["answer", "acknowledgement", "extension", "appeal"] as const).map(
    (thing): ClockSaying => ({ say: "not_known", law: "LGPD", thing }),
  ),
];

describe("the clock's lines", () => {
  it.each(everything)("$say: %j", (said) => {
    const [here, there] = [english.clock(said), german.clock(said)];
    for (const text of [here, there]) {
      expect(text).toMatch(/^\S.*[^.]$/);
      expect(text).not.toMatch(/undefined|null$|\[object/);
    }
    expect(there).not.toBe(here);
    expect(there).not.toMatch(tellsEnglish);
  });

  it("say in German what they say in English", () => {
    expect(german.clock({ ...period, promptly: "without undue delay" })).toBe(
      "unverzüglich, spätestens 1 Monat nach 2. März 2026",
    );
    expect(english.clock({ ...period, promptly: "without undue delay" })).toBe(
      "without undue delay, and at the latest 1 month after Mon 2 Mar 2026",
    );
    expect(german.clock({ say: "stopped", asked: "identity", claimed: "reasonable_doubts", since: on, used: 10 })).toBe(
      "die Frist ruht seit 2. März 2026, wir warten auf einen Identitätsnachweis (begründete Zweifel daran, wer anfragt, unverzüglich geltend gemacht); 10 Tage verbraucht; mit der Antwort läuft sie weiter",
    );
  });
});

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
    if (regime !== "contract_30d") expect(there.citation).toBe(here.citation);
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

test("every right and relation says in German why it needs its proof", () => {
  for (const right of rights) {
    for (const relation of relations) {
      for (const laws of [[], ["us_ca_ccpa"]] as const) {
        const there = german.proofReason(right, relation, laws);
        expect(there).not.toMatch(tellsEnglish);
        expect(there).not.toBe(english.proofReason(right, relation, laws));
      }
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
