// Decides what each law says about who somebody is, and who may ask for another: data with citations, read by proof-policy.ts.
// Answers to GDPR Art. 12(6), 11 CCR §§7060–7063, and the provisions cited line by line; [K] marks those not read in the source.
import { type Citation, notRead, read } from "./law";
import type { RegimeId } from "./regime";
import type { Right } from "./right";
import type { ProofKind, Way } from "./verification";

/** A copy of everything, and how machines decided: "specific pieces" of personal data, the only answers that hand some out. */
export const specificPieces: readonly Right[] = ["access", "portability", "automated_decision_review"];

export type IdentityRule = {
  citation: Citation;
  /** Rights for which this law wants more than matching, and what it then wants. */
  high?: { rights: readonly Right[]; ways: readonly Way[]; ask: readonly ProofKind[]; citation: Citation };
  agent: { ways: readonly Way[]; ask: readonly ProofKind[]; citation: Citation };
  guardian: Citation;
  /** What this law says about somebody who died. `national`: left to other law; `unknown`: it knows nobody who may ask. */
  executor: { knows: "yes" | "national" | "unknown"; citation: Citation };
};

// The person says so from an address that we know, or a power of attorney that is offered says it for them.
const direct: readonly Way[] = [["confirmed_by_person"], ["power_of_attorney"]];
const agentDirect = { ways: direct, ask: ["confirmed_by_person"] } as const;

const european: IdentityRule = {
  citation: read("GDPR Art. 12(6); EDPB Guidelines 01/2022 §§58–79"),
  agent: { ...agentDirect, citation: read("EDPB Guidelines 01/2022 §§80–81") },
  guardian: read("EDPB Guidelines 01/2022 §§80–81; national law on parental responsibility"),
  executor: { knows: "national", citation: notRead("GDPR recital 27; law of the member state") },
};

const state = (citation: Citation, agent: Citation, guardian: Citation): IdentityRule => ({
  citation,
  agent: { ...agentDirect, citation: agent },
  guardian,
  executor: { knows: "unknown", citation },
});

/** What each law says about who somebody is. Read for the policy's table in docs/verification.md. */
export const identityRules: Readonly<Record<RegimeId, IdentityRule>> = {
  eu_gdpr: european,
  uk_gdpr: {
    citation: notRead("UK GDPR Arts 12(6), 12A"),
    agent: { ...agentDirect, citation: read("ICO SAR checklist for SMEs: written authority of the person") },
    guardian: notRead("DPA 2018 s.208: Scotland presumes at 12 that a child can exercise rights"),
    executor: { knows: "unknown", citation: notRead("DPA 2018 s.3(3): a living individual") },
  },
  us_ca_ccpa: {
    citation: notRead("11 CCR §§7060–7062"),
    high: {
      rights: specificPieces,
      ways: [["signed_in"], ["three_points_matched", "declaration"], ["document_checked", "declaration"]],
      ask: ["signed_in", "three_points_matched", "declaration"],
      citation: notRead("11 CCR §§7061(a), 7062(b)–(c)"),
    },
    agent: {
      // A power of attorney under Probate Code 4121–4130 ends every further question, and may never be required.
      ways: [["permission_signed", "confirmed_by_person"], ["power_of_attorney"]],
      ask: ["permission_signed", "confirmed_by_person"],
      citation: read("11 CCR §7063"),
    },
    guardian: notRead("11 CCR §7070(c)"),
    executor: { knows: "unknown", citation: notRead("Cal. Civ. Code §1798.140: a natural person") },
  },
  us_va_vcdpa: state(
    notRead("Va. Code §59.1-577(B)(4)"),
    read("Va. Code §59.1-577: no rule for agents"),
    read("Va. Code §59.1-577(A)"),
  ),
  us_co_cpa: state(
    notRead("C.R.S. §6-1-1306; 4 CCR 904-3 Rule 4.08"),
    read("C.R.S. §6-1-1306: agents for opt-outs only"),
    notRead("C.R.S. §6-1-1306: parent or guardian of a known child"),
  ),
  us_ct_ctdpa: state(
    read("Conn. Gen. Stat. §42-518(c)"),
    read("Conn. Gen. Stat. §42-519: agents for opt-outs only"),
    notRead("Conn. Gen. Stat. §42-518: parent or guardian of a known child"),
  ),
  us_tx_tdpsa: state(
    read("Tex. Bus. & Com. Code §541.052"),
    notRead("Tex. Bus. & Com. Code §541.055: agents for opt-outs only"),
    notRead("Tex. Bus. & Com. Code §541.051: parent or guardian of a known child"),
  ),
  br_lgpd: {
    citation: read("LGPD Art. 18 §3"),
    agent: { ...agentDirect, citation: read("LGPD Art. 18 §3: legally constituted representative") },
    guardian: notRead("LGPD Art. 14"),
    executor: { knows: "unknown", citation: read("LGPD Art. 18 §3") },
  },
  ca_pipeda: {
    citation: notRead("PIPEDA Schedule 1, 4.9.2"),
    agent: { ...agentDirect, citation: notRead("PIPEDA Schedule 1, 4.3.6") },
    guardian: notRead("PIPEDA Schedule 1, 4.3.6"),
    executor: { knows: "unknown", citation: notRead("PIPEDA Schedule 1, 4.9") },
  },
  ca_qc_law25: {
    citation: notRead("Act P-39.1 s.30"),
    agent: { ...agentDirect, citation: notRead("Act P-39.1 s.30: representative") },
    guardian: notRead("Act P-39.1 s.30: holder of parental authority"),
    executor: {
      knows: "yes",
      citation: notRead("Act P-39.1 ss.30, 40.1: heir, successor, liquidator, close relative"),
    },
  },
  ch_fadp: {
    citation: notRead("DPO Art. 16"),
    agent: { ...agentDirect, citation: notRead("DPO Art. 16") },
    guardian: notRead("Swiss Civil Code Art. 304"),
    executor: { knows: "unknown", citation: notRead("FADP Art. 25") },
  },
  au_app12: {
    citation: notRead("OAIC APP Guidelines ch. 12: be satisfied of identity or authority"),
    agent: { ...agentDirect, citation: notRead("OAIC APP Guidelines ch. 12: be satisfied of identity or authority") },
    guardian: notRead("OAIC APP Guidelines ch. 12: be satisfied of identity or authority"),
    executor: { knows: "unknown", citation: notRead("Privacy Act 1988 s.6: a natural person") },
  },
  in_dpdp: {
    citation: read("DPDP Rules, rule 14"),
    agent: { ...agentDirect, citation: notRead("DPDP Act s.14: a nominee, after death or incapacity") },
    guardian: notRead("DPDP Act s.9"),
    executor: { knows: "yes", citation: notRead("DPDP Act s.14; DPDP Rules, rule 14: nominee") },
  },
  za_popia_paia: {
    citation: notRead("POPIA s.23(1): adequate proof of identity"),
    agent: { ...agentDirect, citation: notRead("PAIA s.53(2)(f): capacity of whoever asks for another") },
    guardian: notRead("POPIA s.35; PAIA s.53(2)(f)"),
    executor: { knows: "yes", citation: notRead("PAIA s.63(2): next of kin") },
  },
  contract_30d: {
    ...european,
    citation: notRead("the organisation's own policy"),
    executor: { knows: "unknown", citation: notRead("the organisation's own policy") },
  },
};
