// Decides what each law calls a right and where it stands. Data, from the laws' own rights matrix.
// A right that a law does not give has no entry; the organisation may still offer it.
import type { RegimeId } from "./regime";
import type { Right } from "./right";

export type StatuteWord = { word: string; article: string };

type Words = Partial<Record<RegimeId, StatuteWord>>;

const say = (word: string, article: string): StatuteWord => ({ word, article });

const statutes: Readonly<Record<Right, Words>> = {
  access: {
    eu_gdpr: say("right of access", "GDPR Art. 15"),
    uk_gdpr: say("right of access", "UK GDPR Art. 15"),
    us_ca_ccpa: say("right to know", "Cal. Civ. Code §§1798.100, 1798.110, 1798.115"),
    us_va_vcdpa: say("right to confirm and access", "Va. Code §59.1-577(A)(1)"),
    us_co_cpa: say("right of access", "C.R.S. 6-1-1306(1)(b)"),
    us_ct_ctdpa: say("right to confirm and access", "Conn. Gen. Stat. §42-518(a)(1)"),
    us_tx_tdpsa: say("right to confirm and access", "Tex. Bus. & Com. Code §541.051(b)(1)"),
    br_lgpd: say("confirmation and access", "LGPD Arts 18 I–II, 19"),
    ca_pipeda: say("access", "PIPEDA s.8, Principle 4.9"),
    ca_qc_law25: say("right of access", "P-39.1 s.27"),
    ch_fadp: say("right to information", "FADP Art. 25"),
    au_app12: say("access to personal information", "APP 12"),
    in_dpdp: say("right to a summary of personal data", "DPDP Act s.11"),
    za_popia_paia: say("access to personal information", "POPIA s.23, PAIA"),
  },
  rectification: {
    eu_gdpr: say("right to rectification", "GDPR Art. 16"),
    uk_gdpr: say("right to rectification", "UK GDPR Art. 16"),
    us_ca_ccpa: say("right to correct", "Cal. Civ. Code §1798.106"),
    us_va_vcdpa: say("right to correct", "Va. Code §59.1-577(A)(2)"),
    us_co_cpa: say("right to correction", "C.R.S. 6-1-1306(1)(c)"),
    us_ct_ctdpa: say("right to correct", "Conn. Gen. Stat. §42-518(a)(2)"),
    us_tx_tdpsa: say("right to correct", "Tex. Bus. & Com. Code §541.051(b)(2)"),
    br_lgpd: say("correction", "LGPD Art. 18 III"),
    ca_pipeda: say("correction", "PIPEDA Principle 4.9.5"),
    ca_qc_law25: say("rectification", "P-39.1 s.28"),
    ch_fadp: say("correction", "FADP Art. 32(1)"),
    au_app12: say("correction", "APP 13"),
    in_dpdp: say("right to correction, completion and updating", "DPDP Act s.12"),
    za_popia_paia: say("correction", "POPIA s.24"),
  },
  erasure: {
    eu_gdpr: say("right to erasure (to be forgotten)", "GDPR Art. 17"),
    uk_gdpr: say("right to erasure (to be forgotten)", "UK GDPR Art. 17"),
    us_ca_ccpa: say("right to delete", "Cal. Civ. Code §1798.105"),
    us_va_vcdpa: say("right to delete", "Va. Code §59.1-577(A)(3)"),
    us_co_cpa: say("right to deletion", "C.R.S. 6-1-1306(1)(d)"),
    us_ct_ctdpa: say("right to delete", "Conn. Gen. Stat. §42-518(a)(3)"),
    us_tx_tdpsa: say("right to delete", "Tex. Bus. & Com. Code §541.051(b)(3)"),
    br_lgpd: say("anonymisation, blocking or deletion", "LGPD Art. 18 IV, VI"),
    ca_qc_law25: say("de-indexing and erasure of unlawful data", "P-39.1 ss.28, 28.1"),
    ch_fadp: say("deletion", "FADP Art. 32(2)(c)"),
    in_dpdp: say("right to erasure", "DPDP Act s.12"),
    za_popia_paia: say("destruction or deletion", "POPIA s.24"),
  },
  portability: {
    eu_gdpr: say("right to data portability", "GDPR Art. 20"),
    uk_gdpr: say("right to data portability", "UK GDPR Art. 20"),
    us_ca_ccpa: say("portable copy within the right to know", "Cal. Civ. Code §1798.130(a)(3)"),
    us_va_vcdpa: say("right to a portable copy", "Va. Code §59.1-577(A)(4)"),
    us_co_cpa: say("right to data portability", "C.R.S. 6-1-1306(1)(e)"),
    us_ct_ctdpa: say("right to a portable copy", "Conn. Gen. Stat. §42-518(a)(4)"),
    us_tx_tdpsa: say("right to a portable copy", "Tex. Bus. & Com. Code §541.051(b)(4)"),
    br_lgpd: say("portability", "LGPD Art. 18 V"),
    ca_qc_law25: say("right to data portability", "P-39.1 s.27"),
    ch_fadp: say("right to data delivery or transfer", "FADP Art. 28"),
  },
  marketing_objection: {
    eu_gdpr: say("right to object to direct marketing", "GDPR Art. 21(2)–(3)"),
    uk_gdpr: say("right to object to direct marketing", "UK GDPR Art. 21(2)–(3)"),
    au_app12: say("request not to receive direct marketing", "APP 7"),
    za_popia_paia: say("objection to direct marketing", "POPIA ss.11(3)(b), 69"),
  },
  objection: {
    eu_gdpr: say("right to object", "GDPR Art. 21(1)"),
    uk_gdpr: say("right to object", "UK GDPR Art. 21(1)"),
    br_lgpd: say("opposition", "LGPD Art. 18 §2"),
    ch_fadp: say("objection to processing", "FADP Art. 30(2)(b)"),
    za_popia_paia: say("objection", "POPIA s.11(3)"),
  },
  restriction: {
    eu_gdpr: say("right to restriction of processing", "GDPR Art. 18"),
    uk_gdpr: say("right to restriction of processing", "UK GDPR Art. 18"),
    br_lgpd: say("blocking", "LGPD Art. 18 IV"),
    ch_fadp: say("prohibition of processing or disclosure", "FADP Art. 32(2)"),
    za_popia_paia: say("restriction of processing", "POPIA s.14(6)"),
  },
  withdraw_consent: {
    eu_gdpr: say("right to withdraw consent", "GDPR Art. 7(3)"),
    uk_gdpr: say("right to withdraw consent", "UK GDPR Art. 7(3)"),
    us_ca_ccpa: say("withdrawal of consent", "11 CCR §7002(e)"),
    us_ct_ctdpa: say("revocation of consent", "Conn. Gen. Stat. §42-520(a)(6)"),
    br_lgpd: say("revocation of consent", "LGPD Art. 18 IX"),
    ca_pipeda: say("withdrawal of consent", "PIPEDA Principle 4.3.8"),
    ca_qc_law25: say("withdrawal of consent", "P-39.1"),
    ch_fadp: say("objection to processing", "FADP Art. 30(2)(b)"),
    in_dpdp: say("right to withdraw consent", "DPDP Act s.6(4)"),
    za_popia_paia: say("withdrawal of consent", "POPIA s.11(2)"),
  },
  opt_out_sale_sharing: {
    us_ca_ccpa: say("right to opt out of sale and sharing", "Cal. Civ. Code §1798.120"),
    us_va_vcdpa: say("right to opt out of sale, targeted advertising and profiling", "Va. Code §59.1-577(A)(5)"),
    us_co_cpa: say("right to opt out of sale, targeted advertising and profiling", "C.R.S. 6-1-1306(1)(a)"),
    us_ct_ctdpa: say("right to opt out of sale, targeted advertising and profiling", "Conn. Gen. Stat. §42-518(a)(5)"),
    us_tx_tdpsa: say(
      "right to opt out of sale, targeted advertising and profiling",
      "Tex. Bus. & Com. Code §541.051(b)(5)",
    ),
  },
  limit_sensitive: {
    us_ca_ccpa: say("right to limit use and disclosure of sensitive personal information", "Cal. Civ. Code §1798.121"),
  },
  automated_decision_review: {
    eu_gdpr: say("right not to be subject to automated decisions", "GDPR Art. 22"),
    uk_gdpr: say("safeguards for automated decisions", "UK GDPR Arts 22A–22D"),
    us_ca_ccpa: say("access to and opt-out of automated decision-making technology", "11 CCR §§7221–7222"),
    us_va_vcdpa: say("right to opt out of profiling", "Va. Code §59.1-577(A)(5)"),
    us_co_cpa: say("right to opt out of profiling", "C.R.S. 6-1-1306(1)(a)"),
    us_ct_ctdpa: say("right to opt out of and contest profiling", "Conn. Gen. Stat. §42-518(a)"),
    us_tx_tdpsa: say("right to opt out of profiling", "Tex. Bus. & Com. Code §541.051(b)(5)"),
    br_lgpd: say("review of automated decisions", "LGPD Art. 20"),
    ca_qc_law25: say("observations on an automated decision", "P-39.1 s.12.1"),
    ch_fadp: say("review by a natural person", "FADP Art. 21"),
    za_popia_paia: say("representations on an automated decision", "POPIA s.71"),
  },
  opt_out_ai_training: {},
  bias_report: {},
};

/** What this law calls the right and where; null where the law does not give it. */
export function statuteWord(right: Right, regime: RegimeId): StatuteWord | null {
  return statutes[right][regime] ?? null;
}
