// Decides how the laws are called in German. European law has a German name; the others keep theirs, with their place.
import type { RegimeId } from "../regime";

export const germanLawNames: Readonly<Record<RegimeId, string>> = {
  eu_gdpr: "DSGVO (Europäische Union)",
  uk_gdpr: "UK GDPR (Vereinigtes Königreich)",
  us_ca_ccpa: "CCPA (Kalifornien)",
  us_va_vcdpa: "VCDPA (Virginia)",
  us_co_cpa: "CPA (Colorado)",
  us_ct_ctdpa: "CTDPA (Connecticut)",
  us_tx_tdpsa: "TDPSA (Texas)",
  br_lgpd: "LGPD (Brasilien)",
  ca_pipeda: "PIPEDA (Kanada)",
  ca_qc_law25: "Gesetz 25 (Québec)",
  ch_fadp: "DSG (Schweiz)",
  au_app12: "APP 12/13 (Australien)",
  in_dpdp: "DPDP (Indien)",
  za_popia_paia: "POPIA/PAIA (Südafrika)",
  contract_30d: "Unsere Zusage",
};
