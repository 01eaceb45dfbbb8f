import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseReference, referenceFrom } from "./reference";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const references = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(referenceFrom);

it("reads what it wrote", () => {
  fc.assert(fc.property(references, (reference) => parseReference(reference) === reference));
});

it("is as it will be written by hand", () => {
  expect(referenceFrom(new Uint8Array(5))).toBe("0000-0000-0");
  fc.assert(fc.property(references, (reference) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-.$/.test(reference)));
});

it("uses all forty bits: different bytes, different references", () => {
  const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(referenceFrom(one) === referenceFrom(other)).toBe(one.join() === other.join());
    }),
  );
});

it("catches every single wrong character, at every place", () => {
  fc.assert(
    fc.property(references, (reference) => {
      for (let place = 0; place < reference.length; place++) {
        if (reference[place] === "-") continue;
        for (const wrong of alphabet) {
          if (wrong === reference[place]) continue;
          expect(parseReference(reference.slice(0, place) + wrong + reference.slice(place + 1))).toBeNull();
        }
      }
    }),
    { numRuns: 30 },
  );
});

it("catches nearly every swap of neighbours", () => {
  const swaps = fc.sample(references, { numRuns: 300, seed: 1 }).flatMap((reference) => {
    const plain = reference.replaceAll("-", "");
    return Array.from({ length: 7 }, (_, place) => [
      plain,
      plain.slice(0, place) + plain[place + 1] + plain[place] + plain.slice(place + 2),
    ]).filter(([right, swapped]) => right !== swapped);
  });
  const missed = swaps.filter(([, swapped]) => parseReference(swapped ?? "") !== null);
  expect(missed.length / swaps.length).toBeLessThan(0.05);
});

describe("what people type", () => {
  const reference = referenceFrom(new Uint8Array([0x08, 0x42, 0x10, 0x84, 0x21]));

  it("may be small, without dashes, with spaces", () => {
    expect(reference.slice(0, 9)).toBe("1111-1111");
    const check = reference.at(-1);
    for (const typed of [reference.toLowerCase(), ` 1111 1111 ${check} `, `11111111${check}`])
      expect(parseReference(typed)).toBe(reference);
  });

  it("may hold the letters that look like digits", () => {
    const check = reference.at(-1);
    expect(parseReference(`IiLl-1111-${check}`)).toBe(reference);
    expect(parseReference("OoOo-0000-0")).toBe("0000-0000-0");
  });

  it.each(["", "1111-1111", "1111-1111-11", "UUUU-UUUU-U", "' OR 1=1--", "%", "１１１１-1111-1"])(
    "%j is none",
    (typed) => expect(parseReference(typed)).toBeNull(),
  );
});

it("needs its five bytes", () => {
  expect(() => referenceFrom(new Uint8Array(4))).toThrow(RangeError);
});
