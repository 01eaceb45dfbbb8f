import { describe, expect, it } from "vitest";
import {
  accountWorth,
  handOverSeconds,
  isInOtherName,
  isShortLived,
  lateMinutes,
  needsLookUp,
  type ProvenAccount,
  signedInFor,
  signedInLately,
} from "./account";

const account: ProvenAccount = {
  email: "robin.canary@example.com",
  name: "Robin Canary",
  door: "hand_over",
  anew: true,
};
const person = { name: "Robin Canary", email: "robin.canary@example.com" };
const own = { relation: "self", person } as const;
const victim = { name: "Vera Victim", email: account.email };

describe("W13: what an account shows about a request", () => {
  it("that it is its owner's, however address and name are written", () => {
    expect(accountWorth(account, own, false)).toBe("person");
    const written = { name: "  robin  CÁNARY ", email: " Robin.Canary@EXAMPLE.com " };
    expect(accountWorth(account, { relation: "self", person: written }, false)).toBe("person");
    expect(accountWorth(account, { relation: "helper", person }, false)).toBe("person");
  });
  it("nothing for another address, nor where there is no account", () => {
    const kim = { ...person, email: "kim.canary@example.com" };
    expect(accountWorth(account, { relation: "self", person: kim }, true)).toBe("nothing");
    expect(accountWorth(undefined, own, true)).toBe("nothing");
  });
  it.each(["agent", "guardian", "executor"] as const)(
    "ATK-I4: nothing about the person that an asker (%s) acts for",
    (relation) => expect(accountWorth(account, { relation, person }, true)).toBe("nothing"),
  );
  it.each(["self", "helper"] as const)("ATK-I4: for another name (%s) its own mailbox and no more", (relation) => {
    // Nor does a source that knows the victim under this address say whose account it is.
    for (const onFile of [false, true])
      expect(accountWorth(account, { relation, person: victim }, onFile)).toBe("address");
  });
  it("ATK-I8: whoever says that we know them by another address shows a mailbox and no more", () => {
    const elsewhere = { ...person, knownEmail: "vera@example.com" };
    expect(accountWorth(account, { relation: "self", person: elsewhere }, true)).toBe("address");
    const same = { ...person, knownEmail: " Robin.Canary@example.com" };
    expect(accountWorth(account, { relation: "self", person: same }, false)).toBe("person");
  });
  it("ATK-I5: from a screen that was left open, its mailbox and no more", () => {
    expect(accountWorth({ ...account, anew: false }, own, true)).toBe("address");
  });
  it("without a name in it, what the organisation's own source says about name and address", () => {
    const nameless = { ...account, name: null };
    expect([accountWorth(nameless, own, false), accountWorth(nameless, own, true)]).toEqual(["address", "person"]);
  });
  it("the source is asked where it decides, and nowhere else", () => {
    const nameless = { ...account, name: null };
    expect(needsLookUp(nameless, own)).toBe(true);
    expect(needsLookUp(account, own)).toBe(false);
    expect(needsLookUp(account, { relation: "self", person: victim })).toBe(false);
    expect(needsLookUp({ ...nameless, anew: false }, own)).toBe(false);
    expect(needsLookUp(nameless, { relation: "agent", person })).toBe(false);
  });
  it("the person reads that the account is in another name only where that is why", () => {
    const other = { relation: "self", person: victim } as const;
    expect(isInOtherName(account, other)).toBe(true);
    expect(isInOtherName(account, own)).toBe(false);
    expect(isInOtherName({ ...account, anew: false }, own)).toBe(false);
    expect(isInOtherName({ ...account, name: null }, other)).toBe(false);
    expect(isInOtherName(undefined, other)).toBe(false);
    expect(isInOtherName({ ...account, email: "kim@example.com" }, other)).toBe(false);
  });
});

describe("V9.2.1: how old a word of the account system may be", () => {
  it("a hand-over lives five minutes and no longer", () => {
    expect(isShortLived({ issuedAt: 1000, endsAt: 1000 + handOverSeconds })).toBe(true);
    expect(isShortLived({ issuedAt: 1000, endsAt: 1001 + handOverSeconds })).toBe(false);
    expect(isShortLived({ issuedAt: 1000, endsAt: 1000 })).toBe(false);
  });
  it("V6.8.4: a sign-in from before the person was sent there counts for nothing", () => {
    expect(signedInFor(1000, 1000)).toBe(true);
    expect(signedInFor(970, 1000)).toBe(true);
    expect(signedInFor(969, 1000)).toBe(false);
  });
  it("11 CCR §7061(a): a hand-over says that they signed in a quarter of an hour ago at most", () => {
    const now = 100_000;
    expect(signedInLately(now, now)).toBe(true);
    expect(signedInLately(now - lateMinutes * 60, now)).toBe(true);
    expect(signedInLately(now - lateMinutes * 60 - 1, now)).toBe(false);
    expect(signedInLately(null, now)).toBe(false);
    expect([signedInLately(now + 30, now), signedInLately(now + 31, now)]).toEqual([true, false]);
  });
});
