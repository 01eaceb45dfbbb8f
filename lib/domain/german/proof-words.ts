// Decides how it is said in German why a right needs the proof that it needs.
import type { ProofReason } from "../proof-policy";

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
