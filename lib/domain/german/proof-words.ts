// Decides how it is said in German why a right needs the proof that it needs, and what proves what.
import type { ProofReason } from "../proof-policy";
import type { ProofKind } from "../verification";

export const germanProofReasons: Readonly<Record<ProofReason, string>> = {
  forbidden:
    "Hierfür dürfen wir nach dem Recht nur fragen, was wir zum Ausführen brauchen, und keinen Nachweis verlangen, dass Sie es sind.",
  not_needed:
    "Hierfür verlangen wir keinen Nachweis: Es wird nichts herausgegeben. Wir fragen nur, was wir zum Ausführen brauchen.",
  hands_out_high:
    "Hier wird alles herausgegeben, was wir gespeichert haben. Das Recht an Ihrem Wohnort will, dass wir uns recht sicher sind, dass Sie es sind.",
  agent:
    "Sie handeln für jemand anderen. Deshalb prüfen wir, dass die Person das will: Sie sagt es uns selbst, oder Sie zeigen uns eine Vollmacht.",
  guardian:
    "Sie handeln für ein Kind oder einen Menschen in Ihrer Obhut. Bevor wir etwas tun, prüfen wir deshalb, dass Sie das dürfen.",
  executor:
    "Sie handeln für einen verstorbenen Menschen. Bevor wir etwas tun, prüfen wir deshalb, dass Sie für den Nachlass handeln dürfen.",
  contact_is_enough: "Es wird nichts herausgegeben, daher genügt die Bestätigung Ihrer Adresse.",
  hands_out:
    "Hier werden personenbezogene Daten herausgegeben oder geändert. Deshalb prüfen wir, dass die bestätigte Adresse die ist, die wir gespeichert haben, oder gleichen sie auf andere Weise ab.",
};

export const germanProofKinds: Readonly<Record<ProofKind, string>> = {
  contact_confirmed: "Ihre Adresse, mit Link oder Code bestätigt",
  address_on_file: "die bestätigte Adresse ist die, die wir gespeichert haben",
  data_points_matched: "zwei Angaben zu Ihnen, die zu unseren Daten passen",
  three_points_matched: "drei Angaben zu Ihnen, die zu unseren Daten passen",
  signed_in: "eine Anmeldung in Ihrem Konto bei uns",
  permission_signed: "eine Erlaubnis, die die Person unterschrieben hat",
  document_checked: "ein Dokument, das wir prüfen und dann vernichten",
  authority_checked: "ein Papier, das zeigt, dass Sie für die Person handeln dürfen",
  power_of_attorney: "eine Vollmacht",
  confirmed_by_person: "ein Wort der Person selbst, dass Sie für sie handeln dürfen",
  declaration: "eine Erklärung, die Sie unterschreiben",
};

export const germanRaisedReason =
  "Etwas an dieser Anfrage ist ungewöhnlich. Deshalb bitten wir um zwei Nachweise, die nicht voneinander abhängen, oder um ein Dokument. Das schützt die Person, um deren Daten es geht.";
