// Decides where a person can complain, and what a court can do, under each law.
// Answers to GDPR Arts 12(4), 13(2)(d), 77 and 79, and the like duties of the other laws. General information, no advice.
import { type Authority, authorityOfEea, californianAuthorities, eeaMembers, otherAuthorities } from "./authority-list";
import type { RegimeId } from "./regime";

/** `first`: what comes before, where the law or the authority expects it. `court`: the remedy in court, one or two sentences. */
export type ComplaintRoute = { authorities: readonly Authority[]; first?: string; court: string; citation: string };

type Remedy = Omit<ComplaintRoute, "authorities">;

const stateLaw = (citation: string): Remedy => ({
  first: "Appeal to us first, on your page or in writing. We decide in writing within 60 days and say why.",
  court: "Only the Attorney General can enforce this law; it gives no claim of your own in court.",
  citation,
});

const remedies: Readonly<Record<RegimeId, Remedy>> = {
  eu_gdpr: {
    court: "You can also take us to court, where we are established or where you live. You need not complain first.",
    citation: "GDPR Arts 77, 79",
  },
  uk_gdpr: {
    first:
      "Complain to us first, on your page or in any other way: we acknowledge it within 30 days and tell you the outcome.",
    court: "You can also ask a court to order us to comply.",
    citation: "UK GDPR Arts 77, 79; DPA 2018 ss.164A, 167",
  },
  ch_fadp: {
    court:
      "You can enforce your rights in a civil court. The Commissioner can investigate, but does not decide your claim.",
    citation: "FADP Arts 32, 49",
  },
  us_ca_ccpa: {
    court:
      "California leaves these rights to the Agency and the Attorney General; you can sue only over certain data breaches.",
    citation: "Cal. Civ. Code §§1798.150, 1798.199.45",
  },
  us_va_vcdpa: stateLaw("Va. Code §§59.1-577(C), 59.1-584"),
  us_co_cpa: {
    first:
      "Appeal to us first, on your page or in writing. We decide in writing within 45 days, or within 60 more if we tell you why.",
    court:
      "Only the Attorney General and district attorneys can enforce this law; it gives no claim of your own in court.",
    citation: "C.R.S. 6-1-1306(3), 6-1-1311",
  },
  us_ct_ctdpa: stateLaw("Conn. Gen. Stat. §§42-518(d), 42-525"),
  us_tx_tdpsa: stateLaw("Tex. Bus. & Com. Code §§541.053, 541.151, 541.156"),
  br_lgpd: {
    court: "You can also defend your rights in court, alone or together with others.",
    citation: "LGPD Arts 18 §1, 22",
  },
  ca_pipeda: {
    court: "After the Commissioner's report you can apply to the Federal Court.",
    citation: "PIPEDA ss.11, 14",
  },
  ca_qc_law25: {
    first: "If we refuse, ask us, and we help you to understand the refusal.",
    court:
      "Apply to the Commission within 30 days of our refusal, or of the end of the 30 days if we are silent. Its decision can be appealed on questions of law.",
    citation: "P-39.1 ss.34, 42, 43, 61",
  },
  au_app12: {
    first: "Complain to us first, and give us 30 days.",
    court: "A court can enforce what the Commissioner decides.",
    citation: "Privacy Act 1988 ss.36, 40(1A), 55A",
  },
  in_dpdp: {
    first: "Raise it with us first, on your page: we decide within the period we publish.",
    court: "Civil courts cannot hear this; against the Board's decision you can appeal to the Appellate Tribunal.",
    citation: "DPDP Act ss.13(3), 27, 29, 39",
  },
  za_popia_paia: {
    court: "You can also go to court: for damages, or against a refusal of access within 180 days.",
    citation: "POPIA ss.74, 99; PAIA ss.77A, 78",
  },
  contract_30d: {
    court: "This is our own promise. The consumer law of your place may make it binding.",
    citation: "our privacy policy",
  },
};

/** Where to complain under one law, for somebody who lives at `country` (alpha-2). */
export function complaintRoute(regime: RegimeId, country: string): ComplaintRoute {
  return { authorities: authoritiesFor(regime, country), ...remedies[regime] };
}

function authoritiesFor(regime: RegimeId, country: string): readonly Authority[] {
  if (regime === "contract_30d") return [];
  if (regime === "us_ca_ccpa") return californianAuthorities;
  // Somebody outside the EEA can be under its law through the place of establishment: the list of all serves them.
  if (regime === "eu_gdpr") return [authorityOfEea(country) ?? eeaMembers];
  return [otherAuthorities[regime]];
}
