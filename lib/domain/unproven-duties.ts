// Decides what a law makes us tell somebody whose request ends because nobody could be sure who asks.
// Answers to 11 CCR §§7022(a), (g), 7023(a), 7024(a)–(b): that it could not be verified, and what can be had without that.
import type { OrganisationProfile } from "./organisation";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

/**
 * `couldNotVerify`: to be said in so many words. `policy`: where the practices stand in general, for a copy that was not
 * given (§7024(a)–(b)). `optOut`: that this needs no proof, for a deletion that was not done (§7022(g)).
 */
export type UnprovenDuties = { couldNotVerify: boolean; policy: boolean; optOut: boolean };

const none: UnprovenDuties = { couldNotVerify: false, policy: false, optOut: false };

export function unprovenDuties(
  { rights, regimes }: { rights: readonly Right[]; regimes: readonly RegimeId[] },
  { sale }: Pick<OrganisationProfile, "sale">,
): UnprovenDuties {
  if (!regimes.includes("us_ca_ccpa")) return none;
  return {
    couldNotVerify: true,
    policy: rights.includes("access") || rights.includes("portability"),
    // Whoever does not say that nothing is sold offers it.
    optOut: rights.includes("erasure") && sale.sells !== "nothing",
  };
}
