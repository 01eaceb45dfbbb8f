// Die Rechte in Alltagsworten; die Wörter des Gesetzes folgen den Überschriften der DSGVO (Art. 15–22).
import type { Right } from "../right";
import type { RightWords } from "../right-words";

export const germanRightWords: Readonly<Record<Right, RightWords>> = {
  access: {
    name: "Eine Kopie Ihrer Daten erhalten",
    statute: "Recht auf Auskunft",
    does: "Wir sagen Ihnen, was wir über Sie gespeichert haben, warum, woher es kommt und wer es erhält, und geben Ihnen eine Kopie.",
    hint: "Wählen Sie dies, wenn Sie wissen möchten, was wir haben.",
  },
  rectification: {
    name: "Ihre Daten berichtigen lassen",
    statute: "Recht auf Berichtigung",
    does: "Wir stellen richtig, was falsch ist, und ergänzen, was fehlt.",
    hint: "Sagen Sie uns, was falsch ist und was richtig wäre.",
  },
  erasure: {
    name: "Ihre Daten löschen lassen",
    statute: "Recht auf Löschung",
    does: "Wir löschen, was wir über Sie haben, und sagen Ihnen, was warum und bis wann bleiben muss.",
    hint: "Damit endet meist Ihr Konto. Sie können zugleich eine Kopie verlangen: Die erhalten Sie zuerst.",
  },
  portability: {
    name: "Ihre Daten mitnehmen",
    statute: "Recht auf Datenübertragbarkeit",
    does: "Wir geben Ihnen die Daten, die Sie uns gegeben haben, in einer Datei, die andere Dienste lesen können.",
    hint: "Wählen Sie dies, wenn Sie Ihre Daten zu einem anderen Dienst mitnehmen möchten.",
  },
  marketing_objection: {
    name: "Werbung beenden",
    statute: "Widerspruch gegen Direktwerbung",
    does: "Wir verwenden Ihre Daten nicht mehr, um bei Ihnen zu werben.",
    hint: "Dafür ist weder ein Grund noch ein Nachweis nötig. Wir müssen aufhören.",
  },
  objection: {
    name: "Einer Nutzung Ihrer Daten widersprechen",
    statute: "Widerspruchsrecht",
    does: "Wir beenden eine Nutzung, der Sie widersprechen, es sei denn, wir können einen stärkeren Grund zeigen.",
    hint: "Sagen Sie uns, welche Nutzung Sie meinen und was in Ihrer Situation dagegen spricht.",
  },
  restriction: {
    name: "Die Nutzung Ihrer Daten ruhen lassen",
    statute: "Recht auf Einschränkung der Verarbeitung",
    does: "Wir behalten Ihre Daten, nutzen sie aber nicht, zum Beispiel solange wir prüfen, ob sie stimmen.",
    hint: "Das hilft, wenn Sie die Daten noch brauchen oder bestreiten.",
  },
  withdraw_consent: {
    name: "Ihre Einwilligung zurücknehmen",
    statute: "Widerruf der Einwilligung",
    does: "Wir beenden, worin Sie einmal eingewilligt haben. Was vorher geschah, bleibt rechtmäßig.",
    hint: "Sagen Sie uns, worin Sie eingewilligt haben, falls Sie sich erinnern.",
  },
  opt_out_sale_sharing: {
    name: "Verkauf und Weitergabe Ihrer Daten beenden",
    statute: "Widerspruch gegen Verkauf und Weitergabe",
    does: "Wir verkaufen Ihre Daten nicht und geben sie nicht für Werbung auf anderen Seiten weiter.",
    hint: "Dafür ist weder ein Konto noch ein Nachweis nötig.",
  },
  limit_sensitive: {
    name: "Die Nutzung sensibler Daten begrenzen",
    statute: "Recht auf Begrenzung der Nutzung sensibler Daten",
    does: "Wir verwenden sensible Daten, etwa über Gesundheit oder genauen Ort, nur für das, worum Sie uns gebeten haben.",
    hint: "Dafür ist weder ein Konto noch ein Nachweis nötig.",
  },
  automated_decision_review: {
    name: "Eine automatisierte Entscheidung von einem Menschen ansehen lassen",
    statute: "Recht auf menschliche Überprüfung automatisierter Entscheidungen",
    does: "Ein Mensch sieht sich eine Entscheidung noch einmal an, die eine Maschine über Sie getroffen hat, und hört Ihre Sicht.",
    hint: "Sagen Sie uns, um welche Entscheidung es geht und was Ihrer Meinung nach daran falsch ist.",
  },
  opt_out_ai_training: {
    name: "Ihre Daten vom Training einer KI ausnehmen",
    statute: "Widerspruch gegen das Training von Modellen",
    does: "Wir verwenden Ihre Daten nicht, um Modelle zu trainieren.",
    hint: "Dafür ist weder ein Konto noch ein Nachweis nötig.",
  },
  bias_report: {
    name: "Ungerechte Behandlung durch eine Maschine melden",
    statute: "Meldung einer möglichen Benachteiligung",
    does: "Wir prüfen, ob ein automatisches System Sie ungerecht behandelt hat, und sagen Ihnen, was wir gefunden haben.",
    hint: "Sagen Sie, was wann geschehen ist. Sie müssen nicht sicher sein.",
  },
};
