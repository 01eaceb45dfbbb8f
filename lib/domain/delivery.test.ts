import { describe, expect, it } from "vitest";
import { deliveryLevel, deliveryLevelNeeded, freshLevel, freshMinutes, lostItsProof, mayOpenAnswer } from "./delivery";
import type { DomainEvent } from "./events";
import type { Right } from "./right";
import { filedOn, someFacts } from "./test-request";

const granted = (right: Right, outcome: "granted" | "partly" | "refused" = "granted") =>
  ({ right, outcome, ground: outcome === "granted" ? null : "ground" }) as const;
const rights = [
  { right: "access", level: 2 },
  { right: "objection", level: 1 },
  { right: "bias_report", level: 0 },
] as const;

describe("11 CCR §7061(a): what opening the answer needs", () => {
  const needed = (given: Parameters<typeof someFacts>[0]) => deliveryLevelNeeded(someFacts({ rights, ...given }));
  it("the level of the highest right that was granted and hands out data, in part too", () => {
    expect(needed({ outcomes: [granted("access"), granted("objection")] })).toBe(2);
    expect(needed({ outcomes: [granted("access", "partly")] })).toBe(2);
  });
  it("nothing anew where a confirmed address was enough, or nothing was granted", () => {
    expect(needed({ outcomes: [granted("objection")] })).toBe(0);
    expect(needed({ outcomes: [granted("access", "refused")] })).toBe(0);
    expect(deliveryLevelNeeded(someFacts())).toBe(0);
  });
  it.each(["erasure", "rectification", "restriction"] as const)(
    "nothing anew for %s: its words hand out nothing, and what would be shown may be gone",
    (right) => {
      const changed = [{ right, level: 3 }] as const;
      expect(needed({ rights: changed, outcomes: [granted(right)] })).toBe(0);
      expect(needed({ rights: [...changed, ...rights], outcomes: [granted(right), granted("access")] })).toBe(2);
      expect(
        needed({ rights: [...changed, ...rights], outcomes: [granted(right), granted("access", "refused")] }),
      ).toBe(0);
    },
  );
  it("the level of the highest right of all where files go along, whatever was decided", () => {
    const answerHasFiles = true;
    expect(needed({ outcomes: [granted("access", "refused")], answerHasFiles })).toBe(2);
    expect(needed({ rights: [{ right: "erasure", level: 3 }, ...rights], answerHasFiles })).toBe(3);
    expect(needed({ rights: rights.slice(1), outcomes: [granted("objection")], answerHasFiles })).toBe(0);
  });
});

describe("what fresh factors are worth", () => {
  const onFile = someFacts({ proofs: [{ kind: "address_on_file", on: filedOn }] });
  const typed = someFacts({ proofs: [{ kind: "contact_confirmed", on: filedOn }] });
  it("a code is worth what the address is worth", () => {
    expect(deliveryLevel(["code"], onFile)).toBe(2);
    expect(deliveryLevel(["code"], typed)).toBe(1);
  });
  it("a match or a sign-in stands for itself", () => {
    expect(deliveryLevel(["matched"], typed)).toBe(2);
    expect(deliveryLevel(["signed_in"], typed)).toBe(2);
  });
  it("two independent factors reach the highest level; the same one twice does not", () => {
    expect(deliveryLevel(["code", "desk_code"], typed)).toBe(3);
    expect(deliveryLevel(["code", "code"], typed)).toBe(1);
  });
  it("a code told by telephone opens nothing alone, and neither does nothing", () => {
    expect(deliveryLevel(["desk_code"], onFile)).toBe(0);
    expect(deliveryLevel([], onFile)).toBe(0);
  });
});

describe("ATK-R3: how long and how far what was shown counts", () => {
  const onFile = someFacts({ proofs: [{ kind: "address_on_file", on: filedOn }] });
  const shownAt = new Date("2026-12-04T10:00:00Z");
  const later = (minutes: number) => new Date(shownAt.getTime() + minutes * 60_000);
  const proven: DomainEvent = { type: "DeliveryProven", by: ["code"], level: 2, session: "mine" };
  const mine = { fresh: ["code"], session: "mine" } as const;
  const chain = (...events: DomainEvent[]) => events.map((event) => ({ event, at: shownAt }));

  it("fifteen minutes to the millisecond, in the browser that showed it", () => {
    const request = { facts: onFile, chain: chain(proven) };
    expect(freshLevel(request, mine, later(freshMinutes))).toBe(2);
    expect(freshLevel(request, mine, new Date(later(freshMinutes).getTime() + 1))).toBe(0);
    expect(freshLevel(request, { session: "mine" }, shownAt)).toBe(0);
  });
  it("not what another browser showed, even if its own session says so", () => {
    expect(freshLevel({ facts: onFile, chain: chain(proven) }, { ...mine, session: "theirs" }, shownAt)).toBe(0);
  });
  it("no more than the record says, whatever a browser claims", () => {
    expect(freshLevel({ facts: onFile, chain: [] }, { ...mine, fresh: ["code", "signed_in"] }, shownAt)).toBe(0);
    expect(
      freshLevel({ facts: onFile, chain: chain(proven) }, { ...mine, fresh: ["code", "signed_in"] }, shownAt),
    ).toBe(2);
  });
  it("ATK-I3: not beyond what takes proof away", () => {
    for (const voiding of [
      { type: "AddressChanged", letterId: "l" },
      { type: "AuthorityDenied" },
      { type: "ProofRejected", messageId: "m", kind: "address_on_file" },
    ] as const) {
      expect(freshLevel({ facts: onFile, chain: chain(proven, voiding) }, mine, shownAt)).toBe(0);
      expect(freshLevel({ facts: onFile, chain: chain(voiding, proven) }, mine, shownAt)).toBe(2);
    }
  });
});

describe("ATK-I3: whether the answer may be opened at all", () => {
  const proofs = [
    { kind: "contact_confirmed", on: filedOn },
    { kind: "address_on_file", on: filedOn },
  ] as const;
  it("with the proof that it was given for, and with what was shown anew", () => {
    const facts = someFacts({ rights, outcomes: [granted("access")], proofs });
    expect(mayOpenAnswer(facts, 2)).toBe(true);
    expect(mayOpenAnswer(facts, 1)).toBe(false);
  });
  it("not after the proof was taken away, however fresh the rest", () => {
    const facts = someFacts({ rights, outcomes: [granted("access")], proofs: proofs.slice(0, 1) });
    expect(lostItsProof(facts)).toBe(true);
    expect(mayOpenAnswer(facts, 3)).toBe(false);
  });
  it("not the files beside a refusal, unless everything asked is proven", () => {
    const refused = { rights, outcomes: [granted("access", "refused")], answerHasFiles: true };
    expect(lostItsProof(someFacts(refused))).toBe(true);
    expect(mayOpenAnswer(someFacts(refused), 3)).toBe(false);
    expect(mayOpenAnswer(someFacts({ ...refused, proofs }), 2)).toBe(true);
    expect(mayOpenAnswer(someFacts({ ...refused, proofs }), 1)).toBe(false);
  });
  it("a right that was never asked for is proven by nothing; a refusal needs nothing", () => {
    expect(lostItsProof(someFacts({ rights: rights.slice(1), outcomes: [granted("access")], proofs }))).toBe(true);
    expect(mayOpenAnswer(someFacts({ rights, outcomes: [granted("access", "refused")] }), 0)).toBe(true);
  });
});
