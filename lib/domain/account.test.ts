import { describe, expect, it } from "vitest";
import { handOverSeconds, isShortLived, signedInFor, vouchesFor } from "./account";

const account = { email: "robin.canary@example.com", name: null, door: "hand_over" } as const;
const person = { name: "Robin Canary", email: "robin.canary@example.com" };

describe("W13: what an account shows about a request", () => {
  it("it vouches for the filing with its own address, however that is written", () => {
    expect(vouchesFor(account, { relation: "self", person })).toBe(true);
    expect(vouchesFor(account, { relation: "self", person: { ...person, email: " Robin.Canary@EXAMPLE.com " } })).toBe(
      true,
    );
    expect(vouchesFor(account, { relation: "helper", person })).toBe(true);
  });
  it("not for another address, nor where there is no account", () => {
    expect(vouchesFor(account, { relation: "self", person: { ...person, email: "kim.canary@example.com" } })).toBe(
      false,
    );
    expect(vouchesFor(undefined, { relation: "self", person })).toBe(false);
  });
  it.each(["agent", "guardian", "executor"] as const)(
    "ATK-I4: nor for the person that an asker (%s) acts for",
    (relation) => expect(vouchesFor(account, { relation, person })).toBe(false),
  );
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
});
