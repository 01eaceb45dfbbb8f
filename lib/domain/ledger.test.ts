import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordedEvent } from "./events";
import { canonical, entryOf, firstBreak, genesis, linkHash } from "./ledger";
import { aChain, aReceipt, eventOf, handlerId } from "./test-request";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const of = { organisationId: "organisation", chainId: "request" };

function linked(chain: readonly RecordedEvent[]): RecordedEvent[] {
  let previousHash = genesis;
  return chain.map((entry) => {
    const hash = linkHash(previousHash, entryOf(entry, of), sha256);
    const recorded = { ...entry, previousHash, hash };
    previousHash = hash;
    return recorded;
  });
}

const chain = linked(
  aChain(
    aReceipt(),
    eventOf("ContactConfirmed"),
    { event: eventOf("WorkBegun"), by: handlerId },
    { event: eventOf("NoteAdded"), by: handlerId },
    eventOf("RequestWithdrawn"),
  ),
);
const altered = (place: number, change: Partial<RecordedEvent>) =>
  chain.map((entry, at) => (at === place ? { ...entry, ...change } : entry));

describe("PRV-06: the verifier names the first bad entry", () => {
  it("holds as it was written", () => expect(firstBreak(chain, of, sha256)).toBeNull());
  it("holds while nothing happened", () => expect(firstBreak([], of, sha256)).toBeNull());

  it.each([
    ["what happened", { event: eventOf("RequestClosed") }],
    ["who did it", { actorId: "somebody else" }],
    ["in which role", { actorKind: "system" }],
    ["when", { at: new Date("2026-12-01T00:00:00Z") }],
    ["on which day", { day: aChain({ event: aReceipt(), on: "2026-12-01" })[0]?.day }],
  ] as const)("alter %s", (_, change) => {
    expect(firstBreak(altered(2, change), of, sha256)).toEqual({ seq: 3, why: "entry 3 was altered" });
  });

  it("alter an entry and its hash: the next one does not follow", () => {
    const event = eventOf("RequestClosed");
    const previousHash = chain[1]?.hash ?? "";
    const hash = linkHash(previousHash, entryOf({ ...(chain[2] as RecordedEvent), event }, of), sha256);
    const found = firstBreak(altered(2, { event, hash }), of, sha256);
    expect(found).toEqual({ seq: 4, why: "entry 4 does not follow entry 3" });
  });
  it("drop one", () => {
    const dropped = chain.filter((_, place) => place !== 2);
    expect(firstBreak(dropped, of, sha256)).toEqual({ seq: 3, why: "entry 3 is missing" });
  });
  it("drop one and number the rest anew", () => {
    const renumbered = chain.filter((_, place) => place !== 2).map((entry, place) => ({ ...entry, seq: place + 1 }));
    expect(firstBreak(renumbered, of, sha256)).toMatchObject({ seq: 3 });
  });
  it("drop the first", () => {
    expect(firstBreak(chain.slice(1), of, sha256)).toEqual({ seq: 1, why: "entry 1 is missing" });
  });
  it("reorder two", () => {
    const [first, second, third, ...rest] = chain as [RecordedEvent, RecordedEvent, RecordedEvent];
    const swapped = [first, { ...third, seq: 2 }, { ...second, seq: 3 }, ...rest];
    expect(firstBreak(swapped, of, sha256)).toMatchObject({ seq: 2 });
  });
  it("insert one", () => {
    const inserted = [...chain.slice(0, 2), chain[1], ...chain.slice(2)].map((entry, place) => ({
      ...(entry as RecordedEvent),
      seq: place + 1,
    }));
    expect(firstBreak(inserted, of, sha256)).toMatchObject({ seq: 3 });
  });
  it("swap the organisation", () => {
    expect(firstBreak(chain, { ...of, organisationId: "other" }, sha256)).toMatchObject({ seq: 1 });
  });
  it("hang the chain on another request", () => {
    expect(firstBreak(chain, { ...of, chainId: "other" }, sha256)).toMatchObject({ seq: 1 });
  });
  it("cannot see a tail cut off: that is what checkpoint and receipt are for", () => {
    expect(firstBreak(chain.slice(0, 3), of, sha256)).toBeNull();
  });
});

describe("RFC 8785: one way to write the same facts", () => {
  const facts = fc.jsonValue({ maxDepth: 4 });

  it("the order of keys does not matter, at any depth", () => {
    fc.assert(fc.property(facts, (value) => canonical(turned(value)) === canonical(value)));
  });
  it("reads back as the same facts, so different facts are never written alike", () => {
    fc.assert(
      fc.property(facts, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it("leaves out what is undefined, as the database does", () => {
    expect(canonical({ b: [1, "é\n"], a: undefined, A: { z: null, y: true } })).toBe(
      '{"A":{"y":true,"z":null},"b":[1,"é\\n"]}',
    );
  });
});

/** The same value with the keys of every object in the other order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, turned(held)]),
  );
}
