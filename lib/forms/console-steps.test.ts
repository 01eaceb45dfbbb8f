import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { type ProofKind, proofKinds } from "@/lib/domain/verification";
import { readAsOf } from "./console-audit";
import { groundsFor } from "./console-grounds";
import { newRequestForm } from "./console-new";
import { queueAddress, readQueueFilter } from "./console-queue";
import { staffProofKinds, stepSchema } from "./console-steps";

const asked = {
  rights: ["erasure", "marketing_objection"],
  regimes: ["eu_gdpr"],
  today: calendarDate("2026-11-24"),
  schedule: [],
} as const;
const mistakes = (step: Parameters<typeof stepSchema>[0], typed: unknown) =>
  stepSchema(step, asked)
    .safeParse(typed)
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("the answer's form", () => {
  const whole = {
    seenVersion: "7",
    words: "Here.",
    "outcome-erasure": "granted",
    "outcome-marketing_objection": "granted",
  };

  it("reads an outcome for each right", () => {
    const read = stepSchema("prepare", asked).parse(whole);
    expect(read).toEqual({
      seenVersion: 7,
      change: {
        step: "prepare",
        words: "Here.",
        files: [],
        outcomes: [
          { right: "erasure", outcome: "granted", ground: null },
          { right: "marketing_objection", outcome: "granted", ground: null },
        ],
      },
    });
  });

  it("lets no refusal pass without its ground and an explanation, and puts both into the answer", () => {
    const refused = { ...whole, "outcome-erasure": "partly" };
    expect(mistakes("prepare", refused)?.map(([field]) => field)).toEqual(["ground-erasure", "why-erasure"]);
    const explained = { ...refused, "ground-erasure": "legal_obligation", "why-erasure": "We keep four bills." };
    const { change } = stepSchema("prepare", asked).parse(explained);
    expect(change).toMatchObject({
      words: "Here.\n\nLaw makes us keep it (GDPR Art. 17(3)(b)).\nWe keep four bills.",
      outcomes: [{ ground: "Law makes us keep it (GDPR Art. 17(3)(b))" }, {}],
    });
  });

  it("takes no ground that this right cannot be refused on", () => {
    const forged = {
      ...whole,
      "outcome-marketing_objection": "refused",
      "ground-marketing_objection": "excessive",
      "why-marketing_objection": "No.",
    };
    expect(mistakes("prepare", forged)?.map(([field]) => field)).toEqual(["ground-marketing_objection"]);
    expect(groundsFor("access", ["us_ca_ccpa"]).map(([id]) => id)).not.toContain("expression");
  });

  it("says what is missing", () => {
    expect(mistakes("prepare", { seenVersion: "7" })?.map(([field]) => field)).toEqual([
      "words",
      "outcome-erasure",
      "outcome-marketing_objection",
    ]);
  });
});

describe("the other steps' forms", () => {
  it("want words where the person or the record needs them, and none elsewhere", () => {
    expect(mistakes("extend", { seenVersion: "1", words: "  " })).toEqual([
      ["ground", "Choose what makes it take longer."],
      ["words", "Give the reason, for this case."],
    ]);
    const paia = { seenVersion: "1", words: "Many boxes.", ground: "many_records" };
    expect(mistakes("extend", paia)).toEqual([["ground", "Choose what makes it take longer."]]);
    expect(mistakes("ask_proof", { seenVersion: "1", kind: "contact_confirmed", words: "x" })?.[0]?.[0]).toBe("kind");
    expect(stepSchema("begin", asked).parse({ seenVersion: "3" })).toEqual({
      seenVersion: 3,
      change: { step: "begin" },
    });
    expect(mistakes("release", {})?.[0]?.[0]).toBe("seenVersion");
  });

  it("take every kind that staff may record, and the reason for more than the policy asks where one is written", () => {
    const kinds = (Object.keys(proofKinds) as ProofKind[]).filter((kind) => kind !== "contact_confirmed");
    expect([...staffProofKinds].sort()).toEqual(kinds.sort());
    const typed = { seenVersion: "1", kind: "document_checked", words: "Send a drawn-over copy." };
    const change = (more: object) => stepSchema("ask_proof", asked).parse({ ...typed, ...more }).change;
    expect(change({ beyond: " Somebody else signed in yesterday. " })).toMatchObject({
      beyond: "Somebody else signed in yesterday.",
    });
    for (const empty of [{}, { beyond: "  " }]) expect(change(empty)).not.toHaveProperty("beyond");
    expect(mistakes("ask_proof", { ...typed, beyond: "x".repeat(20_001) })?.[0]?.[0]).toBe("beyond");
  });

  it("read a date out of three boxes, and leave out what is no date", () => {
    const typed = {
      seenVersion: "1",
      ground: "complexity",
      words: "Why.",
      "until-day": "4",
      "until-month": "2",
      "until-year": "2027",
    };
    expect(stepSchema("extend", asked).parse(typed).change).toEqual({
      step: "extend",
      ground: "complexity",
      words: "Why.",
      until: "2027-02-04",
    });
    expect(stepSchema("extend", asked).parse({ ...typed, "until-day": "31" }).change).toEqual({
      step: "extend",
      ground: "complexity",
      words: "Why.",
    });
  });
});

describe("a request that was spoken", () => {
  const schema = newRequestForm({
    rights: ["access", "erasure"],
    languages: ["en"],
    organisationId: "here",
    today: calendarDate("2026-12-04"),
  });
  const typed = {
    organisation: "here",
    filingKey: "0b9f8a52-6a0b-4d59-9d4e-0d8d4a3a1a11",
    channel: "telephone",
    relation: "self",
    name: "Kim Example",
    askerName: "",
    email: "kim@example.com",
    telephone: "",
    place: "US-CA",
    rights: "access",
    words: "She wants a copy.",
    language: "en",
  };

  it("becomes a filing with its channel", () => {
    expect(schema.parse(typed).filing).toEqual({
      channel: "telephone",
      relation: "self",
      rights: ["access"],
      language: "en",
      country: "US",
      region: "US-CA",
      person: { name: "Kim Example", email: "kim@example.com" },
      details: { general: { request: "She wants a copy." } },
    });
  });

  it("counts from the day it reached us, which is a day and not in the future", () => {
    const on = (day: string, month: string, year: string) =>
      schema.safeParse({ ...typed, "receivedOn-day": day, "receivedOn-month": month, "receivedOn-year": year });
    expect(on("1", "12", "2026").data?.filing.receivedOn).toBe("2026-12-01");
    expect(on("", "", "").data?.filing.receivedOn).toBeUndefined();
    for (const wrong of [on("5", "12", "2026"), on("31", "2", "2026"), on("1", "", "2026")]) {
      expect(wrong.error?.issues.map(({ path }) => path)).toEqual([["receivedOn"]]);
    }
  });

  it("is not filed at the desk of another organisation that was opened meanwhile", () => {
    expect(schema.safeParse({ ...typed, organisation: "elsewhere" }).error?.issues.map(({ path }) => path)).toEqual([
      [],
    ]);
  });

  it("needs the state where states have laws, the asker's name where somebody else asks, and a right that is offered", () => {
    const wrong = { ...typed, place: "US", relation: "agent", rights: ["portability"] };
    const fields = schema.safeParse({ ...wrong, rights: "access" }).error?.issues.map(({ path }) => path[0]);
    expect(fields).toEqual(["place", "askerName"]);
    expect(schema.safeParse(wrong).success).toBe(false);
    expect(schema.safeParse({ ...typed, place: "ZZ" }).success).toBe(false);
  });
});

describe("addresses of the console", () => {
  it("leave out what they do not know, and come back as they were", () => {
    const filter = readQueueFilter({
      view: "nonsense",
      right: "erasure",
      place: "US-CA",
      owner: "me",
      after: "2026-12-04~no",
    });
    const only = (value: string) => ({ is: [value], not: [] });
    expect(filter.terms).toEqual({ right: only("erasure"), place: only("US-CA"), assignee: only("me") });
    const { right: _, ...terms } = filter.terms ?? {};
    expect(queueAddress(filter, { terms })).toBe("/console?q=place%3AUS-CA+assignee%3Ame");
    const cursor = { side: "after", dueOn: null, id: "0b9f8a52-6a0b-4d59-9d4e-0d8d4a3a1a11" } as const;
    const address = new URL(queueAddress({}, { cursor }), "http://desk.example");
    expect(readQueueFilter(Object.fromEntries(address.searchParams)).cursor).toEqual(cursor);
  });

  it("take a day that is over, and today for anything else", () => {
    const today = calendarDate("2026-12-04");
    expect(readAsOf({ asOf: "2026-11-30" }, today)).toBe("2026-11-30");
    expect(readAsOf({ "asOf-day": "3", "asOf-month": "2", "asOf-year": "2026" }, today)).toBe("2026-02-03");
    expect(readAsOf({ asOf: "2027-01-01" }, today)).toBe(today);
    expect(readAsOf({ asOf: "2026-02-30" }, today)).toBe(today);
    expect(readAsOf({}, today)).toBe(today);
  });
});
