// Decides which laws Habeas knows. A regime is a law as data; the promise is the organisation's own word.

/** The fifteen regimes, and the organisation's own promise. */
export const regimeIds = [
  "eu_gdpr",
  "uk_gdpr",
  "us_ca_ccpa",
  "us_va_vcdpa",
  "us_co_cpa",
  "us_ct_ctdpa",
  "us_tx_tdpsa",
  "br_lgpd",
  "ca_pipeda",
  "ca_qc_law25",
  "ch_fadp",
  "au_app12",
  "in_dpdp",
  "za_popia_paia",
  "contract_30d",
] as const;

export type RegimeId = (typeof regimeIds)[number];
