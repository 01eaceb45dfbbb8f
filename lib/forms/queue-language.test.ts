import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QueueKey, type QueueTerms, queueKeys } from "@/lib/domain/queue";
import { rights } from "@/lib/domain/right";
import { printQuery, readQuery, withChoice } from "./queue-language";
import { inOrder } from "./queue-terms";

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc.oneof(
  fc.tuple(fc.constantFrom("<", ">"), fc.nat(999)).map(([side, days]) => `${side}${days}d`),
  fc.tuple(fc.constantFrom("<", ">", ""), day).map(([side, date]) => `${side}${date}`),
);
const values: Record<QueueKey, fc.Arbitrary<string>> = {
  status: fc.constantFrom("open", "done", "new", "started", "waiting", "prepared", "closed", "unconfirmed"),
  due: fc.oneof(fc.constantFrom("overdue", "today", "none"), span),
  internal: fc.oneof(fc.constantFrom("over", "today", "none"), span),
  received: fc.oneof(fc.constant("today"), span),
  right: fc.constantFrom(...rights),
  place: fc.constantFrom("DE", "FR", "US", "US-CA", "GB"),
  assignee: fc.oneof(
    fc.constantFrom("me", "none"),
    fc.uuid().map((id) => id.toLowerCase()),
  ),
  proof: fc.constantFrom("none", "some", "all"),
  waiting: fc.constantFrom("person", "approver", "system"),
  system: fc.constantFrom("billing_system", "accounts"),
  extended: fc.constantFrom("yes", "no"),
  snoozed: fc.constantFrom("yes", "no"),
  contest: fc.constantFrom("any", "appeal", "grievance", "complaint"),
  contestdue: fc.oneof(fc.constantFrom("overdue", "today"), span),
};
const someTerms = fc
  .tuple(
    ...queueKeys.map((key) =>
      fc.record({ is: fc.array(values[key], { maxLength: 3 }), not: fc.array(values[key], { maxLength: 2 }) }),
    ),
  )
  .map((choices) =>
    queueKeys.reduce<QueueTerms>(
      (terms, key, index) => withChoice(terms, key, choices[index] ?? { is: [], not: [] }),
      {},
    ),
  );

describe("the queue's language", () => {
  it("reads what it prints, for whatever can be said", () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        expect(readQuery(printQuery(terms))).toEqual({ terms, texts: [], unclear: [] });
      }),
    );
  });

  it("loses nothing that was typed: each piece is a term, a text, or named as unclear", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        const { terms, texts, unclear } = readQuery(typed);
        const kept =
          `${printQuery(terms)} ${texts.join(" ")} ${unclear.map((one) => one.typed).join(" ")}`.toLowerCase();
        for (const word of typed.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
          expect(kept.replace(/_/g, "-")).toContain(word);
      }),
    );
  });

  it("takes several values, negation, any case and any order, and has one spelling for them", () => {
    const { terms, unclear } = readQuery(
      "-Place:us-ca,fr Right:Erasure,ACCESS due:<007d status:open extended:yes due:overdue",
    );
    expect(unclear).toEqual([]);
    expect(printQuery(terms)).toBe("status:open due:overdue,<7d right:access,erasure -place:FR,US-CA extended:yes");
  });

  it("takes quoted text, an unclosed quote and bare words as texts", () => {
    expect(readQuery('status:open "Robin Canary"').texts).toEqual(["Robin Canary"]);
    expect(readQuery('"Robin Canary').texts).toEqual(["Robin Canary"]);
    expect(readQuery("Robin due:overdue Canary").texts).toEqual(["Robin Canary"]);
    expect(readQuery('  ""  ').texts).toEqual([]);
  });

  it.each([
    ["right:erasur", "did you mean erasure?"],
    ["rigth:erasure", "did you mean right:erasure?"],
    ["status:opne", "did you mean open?"],
    ["place:XX", "there is no such value. There is a country as DE, or a state as US-CA."],
    ["due:2026-02-30", "there is no such value. There is overdue, today, none, <7d, >30d, <2026-12-01 or >2026-12-01."],
    ["extended:", "say which: yes, no."],
    ['-"Robin"', "A text can be looked for, not left out."],
  ])("says of %s what it does not understand: %s", (typed, said) => {
    expect(readQuery(`status:open ${typed}`)).toMatchObject({
      terms: { status: { is: ["open"], not: [] } },
      unclear: [{ typed, said }],
    });
  });

  it("names what it knows where nothing is near", () => {
    expect(readQuery("zzzzzz:1").unclear[0]?.said).toMatch(/^there is no “zzzzzz”\. There is status, due, /);
  });

  it("keeps values in the order of the vocabulary", () => {
    expect(inOrder("due", [">2026-01-01", "none", "overdue", "none"])).toEqual(["overdue", "none", ">2026-01-01"]);
  });
});
