import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { canonicalEmail, canonicalName } from "./filing";

// What every intake applies after canonicalEmail: the domain canonicalises, the form refuses.
const address = z.string().transform(canonicalEmail).pipe(z.email().max(254));
const taken = (typed: string) => address.safeParse(typed).success;

describe("ATK-M2: twins of an address", () => {
  it.each([
    ["capitals", "VICTIM@Example.com", "victim@example.com"],
    ["white space", "  victim@example.com\n", "victim@example.com"],
    ["full-width letters", "ｖictim@example.com", "victim@example.com"],
    ["a full-width @", "victim＠example.com", "victim@example.com"],
    ["the Kelvin sign", "\u212Aim@example.com", "kim@example.com"],
    ["a ligature", "o\uFB03ce@example.com", "office@example.com"],
  ])("%s is the same address", (_, typed, same) => {
    expect(canonicalEmail(typed)).toBe(same);
    expect(taken(typed)).toBe(true);
  });

  it.each([
    ["a dotless i", "vıctim@example.com"],
    ["a dotted capital I", "VİCTIM@example.com"],
    ["a Cyrillic a", "victim@exаmple.com"],
    ["a zero-width joiner", "vic\u200Dtim@example.com"],
    ["a right-to-left override", "victim\u202E@example.com"],
  ])("%s is another one, and the form refuses it", (_, typed) => {
    expect(canonicalEmail(typed)).not.toBe("victim@example.com");
    expect(taken(typed)).toBe(false);
  });

  it("GHSA-7rqj-j65f-68wh: two @ after canonicalisation are refused, not cut at one of them", () => {
    expect(taken("attacker@evil.example＠example.com")).toBe(false);
    expect(taken("victim@example.com﹫evil.example")).toBe(false);
  });

  it("plus and dots are other addresses: nobody but the mailbox's host knows what they mean", () => {
    expect(canonicalEmail("a.b+c@example.com")).toBe("a.b+c@example.com");
  });

  it("is settled after one time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const once = canonicalEmail(typed);
        if (taken(typed)) expect(canonicalEmail(once)).toBe(once);
      }),
    );
  });
});

it.each([
  ['"a b"@example.com'],
  ["a@example.com,b@example.com"],
  ["a@example.com;b@example.com"],
  ["a:b@example.com;"],
  ["a(x)@example.com"],
  ["a@example.com\r\nBcc: e@example.com"],
  ["a@example.com\nRCPT TO:<e@example.com>"],
  ["a\0@example.com"],
  ["a <b@example.com>"],
  ["a@[127.0.0.1]"],
  ["a@localhost"],
  [`${"a".repeat(250)}@example.com`],
])("ATK-M1: %j is refused", (typed) => expect(taken(typed)).toBe(false));

it("finds a name without case, accents and spacing", () => {
  expect(canonicalName("  Zoë   ÅNGSTRÖM ")).toBe("zoe angstrom");
});
