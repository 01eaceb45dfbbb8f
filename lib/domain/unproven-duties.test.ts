import { describe, expect, it } from "vitest";
import { unprovenDuties } from "./unproven-duties";

const california = ["eu_gdpr", "us_ca_ccpa"] as const;
const selling = (sells: "nothing" | "something" | "not_stated") => ({ sale: { sells, statement: "" } });
const none = { couldNotVerify: false, policy: false, optOut: false };

describe("a request that ends for want of proof tells", () => {
  it("11 CCR §7024(a)–(b): a Californian who asked for a copy, where our practices stand", () => {
    for (const right of ["access", "portability"] as const) {
      const duties = unprovenDuties({ rights: [right], regimes: california }, selling("something"));
      expect(duties).toEqual({ couldNotVerify: true, policy: true, optOut: false });
    }
  });

  it("11 CCR §7022(a), (g): a Californian who asked for deletion, that opting out of sale needs no proof", () => {
    const asked = { rights: ["erasure"], regimes: california } as const;
    expect(unprovenDuties(asked, selling("something"))).toEqual({ couldNotVerify: true, policy: false, optOut: true });
    expect(unprovenDuties(asked, selling("not_stated")).optOut).toBe(true);
    expect(unprovenDuties(asked, selling("nothing")).optOut).toBe(false);
  });

  it("11 CCR §7023(a): a Californian who asked for a correction, that it could not be verified", () => {
    const duties = unprovenDuties({ rights: ["rectification"], regimes: california }, selling("something"));
    expect(duties).toEqual({ ...none, couldNotVerify: true });
  });

  it("nobody else any of it", () => {
    const asked = { rights: ["access", "erasure"], regimes: ["eu_gdpr", "us_co_cpa"] } as const;
    expect(unprovenDuties(asked, selling("something"))).toEqual(none);
  });
});
