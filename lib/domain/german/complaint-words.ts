// Decides how the ways to complain read in German. Names of authorities stay their own; only what explains them is said anew.
// Answers to GDPR Arts 12(4), 13(2)(d), 77 and 79. General information, no advice.
import type { ComplaintRoute } from "../authorities";
import type { Authority } from "../authority-list";
import type { RegimeId } from "../regime";

type Words = Pick<ComplaintRoute, "first" | "court">;

const onlyTheState =
  "Nur der Generalstaatsanwalt kann dieses Gesetz durchsetzen; ein eigenes Klagerecht gibt es Ihnen nicht.";
const stateLaw: Words = {
  first:
    "Verlangen Sie zuerst von uns eine nochmalige Prüfung, auf Ihrer Seite oder schriftlich. Wir entscheiden innerhalb von 60 Tagen schriftlich und sagen, warum.",
  court: onlyTheState,
};

const remedies: Readonly<Record<RegimeId, Words>> = {
  eu_gdpr: {
    court:
      "Sie können uns auch verklagen, dort, wo wir niedergelassen sind oder wo Sie wohnen. Eine Beschwerde muss nicht vorausgehen.",
  },
  uk_gdpr: {
    first:
      "Beschweren Sie sich zuerst bei uns, auf Ihrer Seite oder auf jedem anderen Weg: Wir bestätigen den Eingang innerhalb von 30 Tagen und teilen Ihnen das Ergebnis mit.",
    court: "Sie können auch ein Gericht bitten, uns dazu zu verpflichten.",
  },
  ch_fadp: {
    court:
      "Sie können Ihre Rechte vor einem Zivilgericht durchsetzen. Der Beauftragte kann untersuchen, entscheidet aber nicht über Ihren Anspruch.",
  },
  us_ca_ccpa: {
    court:
      "Kalifornien überlässt die Durchsetzung dieser Rechte der Behörde und dem Generalstaatsanwalt; klagen können Sie nur wegen bestimmter Datenpannen.",
  },
  us_va_vcdpa: stateLaw,
  us_co_cpa: {
    first:
      "Verlangen Sie zuerst von uns eine nochmalige Prüfung, auf Ihrer Seite oder schriftlich. Wir entscheiden schriftlich innerhalb von 45 Tagen, oder innerhalb von 60 weiteren, wenn wir Ihnen den Grund nennen.",
    court:
      "Nur der Generalstaatsanwalt und die Bezirksstaatsanwälte können dieses Gesetz durchsetzen; ein eigenes Klagerecht gibt es Ihnen nicht.",
  },
  us_ct_ctdpa: stateLaw,
  us_tx_tdpsa: stateLaw,
  br_lgpd: {
    court: "Sie können Ihre Rechte auch vor Gericht verteidigen, allein oder gemeinsam mit anderen.",
  },
  ca_pipeda: {
    court: "Nach dem Bericht des Commissioner können Sie sich an den Federal Court wenden.",
  },
  ca_qc_law25: {
    first: "Lehnen wir ab, fragen Sie uns, und wir helfen Ihnen, die Ablehnung zu verstehen.",
    court:
      "Wenden Sie sich innerhalb von 30 Tagen nach unserer Ablehnung an die Kommission, oder, wenn wir schweigen, nach dem Ende der 30 Tage. Gegen ihre Entscheidung gibt es ein Rechtsmittel in Rechtsfragen.",
  },
  au_app12: {
    first: "Beschweren Sie sich zuerst bei uns, und geben Sie uns 30 Tage.",
    court: "Ein Gericht kann durchsetzen, was der Commissioner entscheidet.",
  },
  in_dpdp: {
    first: "Nutzen Sie zuerst unser Beschwerdeverfahren.",
    court:
      "Zivilgerichte sind dafür nicht zuständig; gegen die Entscheidung des Board können Sie das Appellate Tribunal anrufen.",
  },
  za_popia_paia: {
    court:
      "Sie können auch vor Gericht gehen: wegen Schadensersatz, oder innerhalb von 180 Tagen gegen die Ablehnung des Zugangs.",
  },
  contract_30d: {
    court: "Dies ist unsere eigene Zusage. Das Verbraucherrecht Ihres Ortes kann sie verbindlich machen.",
  },
};

// Only what has no German name of its own and would not explain itself; web address → words.
const authorities: Readonly<Record<string, Omit<Authority, "website">>> = {
  "https://www.bfdi.bund.de": {
    name: "Die Datenschutzaufsichtsbehörde Ihres Landes oder die Bundesbeauftragte (BfDI)",
    route: "Für Unternehmen ist es meist die Aufsichtsbehörde des Landes; die Seite der BfDI führt alle auf.",
  },
  "https://www.dsb.gv.at": { name: "Datenschutzbehörde" },
  "https://www.datenschutzstelle.li": { name: "Datenschutzstelle" },
  "https://www.edoeb.admin.ch": { name: "Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB)" },
  "https://www.edpb.europa.eu": {
    name: "Die Aufsichtsbehörde an Ihrem Arbeitsort oder am Ort des Geschehens",
    route: "Die Seite des Europäischen Datenschutzausschusses führt die Behörden aller Mitgliedstaaten auf.",
  },
  "https://oag.ca.gov": { name: "Attorney General of California (Generalstaatsanwalt)" },
};

const withoutAddress = "Das Board arbeitet online: Beschwerden werden auf seiner eigenen Plattform eingereicht.";

/** The same route in German, its provisions still to be cited. */
export function germanComplaint(regime: RegimeId, { authorities: named, citation }: ComplaintRoute): ComplaintRoute {
  return { ...remedies[regime], authorities: named.map(germanAuthority), citation };
}

function germanAuthority(authority: Authority): Authority {
  const { name, website } = authority;
  return website === undefined ? { name, route: withoutAddress } : { name, website, ...authorities[website] };
}
