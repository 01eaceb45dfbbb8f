// Decides which law stands behind each regime id. One entry per id: leaving one out stops the build.
import type { Law } from "./law";
import type { RegimeId } from "./regime";
import { auApp12 } from "./regimes/au-app12";
import { brLgpd } from "./regimes/br-lgpd";
import { caPipeda } from "./regimes/ca-pipeda";
import { caQcLaw25 } from "./regimes/ca-qc-law25";
import { chFadp } from "./regimes/ch-fadp";
import { contract30d } from "./regimes/contract-30d";
import { euGdpr } from "./regimes/eu-gdpr";
import { inDpdp } from "./regimes/in-dpdp";
import { ukGdpr } from "./regimes/uk-gdpr";
import { usCaCcpa } from "./regimes/us-ca-ccpa";
import { usCoCpa } from "./regimes/us-co-cpa";
import { usCtCtdpa } from "./regimes/us-ct-ctdpa";
import { usTxTdpsa } from "./regimes/us-tx-tdpsa";
import { usVaVcdpa } from "./regimes/us-va-vcdpa";
import { zaPopiaPaia } from "./regimes/za-popia-paia";

export const laws = {
  eu_gdpr: euGdpr,
  uk_gdpr: ukGdpr,
  us_ca_ccpa: usCaCcpa,
  us_va_vcdpa: usVaVcdpa,
  us_co_cpa: usCoCpa,
  us_ct_ctdpa: usCtCtdpa,
  us_tx_tdpsa: usTxTdpsa,
  br_lgpd: brLgpd,
  ca_pipeda: caPipeda,
  ca_qc_law25: caQcLaw25,
  ch_fadp: chFadp,
  au_app12: auApp12,
  in_dpdp: inDpdp,
  za_popia_paia: zaPopiaPaia,
  contract_30d: contract30d,
} as const satisfies Record<RegimeId, Law>;

/** The law as data. */
export function lawOf(regime: RegimeId): Law {
  return laws[regime];
}
