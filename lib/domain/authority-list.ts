// The authorities that hear complaints. Data; a web address stands only where it is certain.
// Answers to GDPR Art. 51 and the authorities that the other laws name.
import { type eeaCountries, isInEea } from "./places";
import type { RegimeId } from "./regime";

/** `website` is a home page; `route` says how to reach an authority in words, where that helps more. */
export type Authority = { name: string; website?: string; route?: string };

type EeaCountry = (typeof eeaCountries)[number];

const authority = (name: string, website: string, route?: string): Authority =>
  route === undefined ? { name, website } : { name, website, route };

const eea: Readonly<Record<EeaCountry, Authority>> = {
  AT: authority("Datenschutzbehörde (Data Protection Authority)", "https://www.dsb.gv.at"),
  BE: authority(
    "Gegevensbeschermingsautoriteit / Autorité de protection des données (Data Protection Authority)",
    "https://www.dataprotectionauthority.be",
  ),
  BG: authority("Commission for Personal Data Protection", "https://www.cpdp.bg"),
  HR: authority("Agencija za zaštitu osobnih podataka (AZOP)", "https://azop.hr"),
  CY: authority("Office of the Commissioner for Personal Data Protection", "https://www.dataprotection.gov.cy"),
  CZ: authority("Úřad pro ochranu osobních údajů (Office for Personal Data Protection)", "https://uoou.gov.cz"),
  DK: authority("Datatilsynet (Danish Data Protection Agency)", "https://www.datatilsynet.dk"),
  EE: authority("Andmekaitse Inspektsioon (Data Protection Inspectorate)", "https://www.aki.ee"),
  FI: authority("Tietosuojavaltuutetun toimisto (Office of the Data Protection Ombudsman)", "https://tietosuoja.fi"),
  FR: authority("Commission nationale de l'informatique et des libertés (CNIL)", "https://www.cnil.fr"),
  DE: authority(
    "The data protection authority of your Land, or the Federal Commissioner (BfDI)",
    "https://www.bfdi.bund.de",
    "For companies it is usually the authority of the Land; the Federal Commissioner's site lists them all.",
  ),
  GR: authority("Hellenic Data Protection Authority", "https://www.dpa.gr"),
  HU: authority("Nemzeti Adatvédelmi és Információszabadság Hatóság (NAIH)", "https://www.naih.hu"),
  IE: authority("Data Protection Commission", "https://www.dataprotection.ie"),
  IT: authority("Garante per la protezione dei dati personali", "https://www.garanteprivacy.it"),
  LV: authority("Datu valsts inspekcija (Data State Inspectorate)", "https://www.dvi.gov.lv"),
  LT: authority("Valstybinė duomenų apsaugos inspekcija (State Data Protection Inspectorate)", "https://vdai.lrv.lt"),
  LU: authority("Commission nationale pour la protection des données (CNPD)", "https://cnpd.public.lu"),
  MT: authority("Office of the Information and Data Protection Commissioner", "https://idpc.org.mt"),
  NL: authority("Autoriteit Persoonsgegevens (Data Protection Authority)", "https://www.autoriteitpersoonsgegevens.nl"),
  PL: authority("Urząd Ochrony Danych Osobowych (Personal Data Protection Office)", "https://uodo.gov.pl"),
  PT: authority("Comissão Nacional de Proteção de Dados (CNPD)", "https://www.cnpd.pt"),
  RO: authority(
    "Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal (ANSPDCP)",
    "https://www.dataprotection.ro",
  ),
  SK: authority(
    "Úrad na ochranu osobných údajov (Office for Personal Data Protection)",
    "https://dataprotection.gov.sk",
  ),
  SI: authority("Informacijski pooblaščenec (Information Commissioner)", "https://www.ip-rs.si"),
  ES: authority("Agencia Española de Protección de Datos (AEPD)", "https://www.aepd.es"),
  SE: authority("Integritetsskyddsmyndigheten (IMY)", "https://www.imy.se"),
  IS: authority("Persónuvernd (Data Protection Authority)", "https://www.personuvernd.is"),
  LI: authority("Datenschutzstelle (Data Protection Authority)", "https://www.datenschutzstelle.li"),
  NO: authority("Datatilsynet (Norwegian Data Protection Authority)", "https://www.datatilsynet.no"),
};

/** For people under the GDPR who live outside the EEA. */
export const eeaMembers = authority(
  "The data protection authority where you work or where it happened",
  "https://www.edpb.europa.eu",
  "The European Data Protection Board's site lists the authorities of all member states.",
);

/** The authority of a country of the EEA, or null. */
export function authorityOfEea(country: string): Authority | null {
  return isInEea(country) ? eea[country] : null;
}

export const californianAuthorities: readonly Authority[] = [
  authority("California Privacy Protection Agency", "https://cppa.ca.gov"),
  authority("Attorney General of California", "https://oag.ca.gov"),
];

/** Laws with one authority for everybody. */
export const otherAuthorities: Readonly<
  Record<Exclude<RegimeId, "eu_gdpr" | "us_ca_ccpa" | "contract_30d">, Authority>
> = {
  uk_gdpr: authority("Information Commission (ICO)", "https://ico.org.uk"),
  ch_fadp: authority("Federal Data Protection and Information Commissioner (FDPIC)", "https://www.edoeb.admin.ch"),
  us_va_vcdpa: authority("Attorney General of Virginia", "https://www.oag.state.va.us"),
  us_co_cpa: authority("Attorney General of Colorado", "https://coag.gov"),
  us_ct_ctdpa: authority("Attorney General of Connecticut", "https://portal.ct.gov/ag"),
  us_tx_tdpsa: authority("Attorney General of Texas", "https://www.texasattorneygeneral.gov"),
  br_lgpd: authority("National data protection authority (ANPD)", "https://www.gov.br/anpd"),
  ca_pipeda: authority("Office of the Privacy Commissioner of Canada (OPC)", "https://www.priv.gc.ca"),
  ca_qc_law25: authority("Commission d'accès à l'information du Québec (CAI)", "https://www.cai.gouv.qc.ca"),
  au_app12: authority("Office of the Australian Information Commissioner (OAIC)", "https://www.oaic.gov.au"),
  in_dpdp: {
    name: "Data Protection Board of India",
    route: "The Board works online: complaints are filed on its own digital platform.",
  },
  za_popia_paia: authority("Information Regulator (South Africa)", "https://inforegulator.org.za"),
};
