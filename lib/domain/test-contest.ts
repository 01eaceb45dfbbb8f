// A contest for tests of the domain, and a request under laws where one can be.
import { type Contest, untold } from "./contest";
import type { RegimeId } from "./regime";
import type { RequestFacts } from "./request";
import { aReceipt, filedOn, someFacts } from "./test-request";

/** A request that is open under these laws, unless told otherwise. */
export function openUnder(regimes: readonly RegimeId[], given: Partial<RequestFacts> = {}): RequestFacts {
  return someFacts({ received: aReceipt({ regimes }), state: "open", ...given });
}

/** An appeal under Virginia's law that nobody has looked at, unless told otherwise. */
export function aContest(given: Partial<Contest> = {}): Contest {
  return {
    ...{ kind: "appeal", regimes: ["us_va_vcdpa"], seq: 2, openedOn: filedOn, answerId: "a" },
    ...{ acknowledgedOn: null, extension: null, decided: null, told: untold },
    ...given,
  };
}
