// Decides how it is said in German why a right needs the proof that it needs.
import type { ProofReason } from "../verification";

export const germanProofReasons: Readonly<Record<ProofReason, string>> = {
  forbidden:
    "Hierfür dürfen wir nach dem Recht nur fragen, was wir zum Ausführen brauchen, und keinen Nachweis verlangen, dass Sie es sind.",
  not_needed:
    "Hierfür verlangen wir keinen Nachweis: Es wird nichts herausgegeben. Wir fragen nur, was wir zum Ausführen brauchen.",
  for_somebody_else:
    "Sie handeln für jemand anderen. Bevor wir etwas tun, prüfen wir deshalb, dass Sie für diese Person handeln dürfen.",
  contact_is_enough: "Es wird nichts herausgegeben, daher genügt die Bestätigung Ihrer Adresse.",
  hands_out:
    "Hier werden personenbezogene Daten herausgegeben oder geändert. Deshalb prüfen wir, dass die bestätigte Adresse die ist, die wir gespeichert haben, oder gleichen sie auf andere Weise ab.",
};
