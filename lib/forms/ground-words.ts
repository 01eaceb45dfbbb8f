// The grounds of a refusal in the reader's language. The record holds the English sentence that was chosen, with its provisions.
import type { Language } from "@/lib/domain/language";
import { type GroundId, groundIn } from "./console-grounds";

const german: Readonly<Record<GroundId, string>> = {
  not_held: "Wir haben keine Daten über diese Person",
  not_identified:
    "Wir konnten nicht bestätigen, dass die anfragende Person die betroffene Person ist oder für sie handeln darf",
  excessive: "Das Anliegen ist offenkundig unbegründet oder exzessiv",
  rights_of_others: "Es würde die Rechte und Freiheiten anderer Menschen beeinträchtigen",
  legal_obligation: "Das Recht verpflichtet uns, sie aufzubewahren",
  legal_claims: "Sie sind nötig, um Rechtsansprüche geltend zu machen, auszuüben oder zu verteidigen",
  expression: "Sie sind für die Freiheit der Meinungsäußerung und Information nötig",
  contract_continues: "Sie sind nötig, um den Vertrag der Person mit uns zu erfüllen",
  accurate: "Wir haben es geprüft, und was wir haben, ist richtig",
  stronger_reason: "Wir haben zwingende schutzwürdige Gründe, die die Interessen der Person überwiegen",
  no_ground_to_restrict: "Keiner der vier Fälle der Einschränkung der Verarbeitung liegt vor",
  not_provided:
    "Diese Daten hat die Person uns nicht gegeben, oder wir nutzen sie nicht aufgrund von Einwilligung oder Vertrag",
  no_consent: "Diese Nutzung beruht nicht auf einer Einwilligung",
  no_automated_decision:
    "Keine Entscheidung mit rechtlicher oder ähnlicher Wirkung wurde allein von einer Maschine getroffen",
  processor: "Die Daten gehören zu einem Kunden von uns, der darüber entscheidet",
  not_given_by_law: "Kein anwendbares Recht gibt dieses Recht, und wir bieten es nicht darüber hinaus an",
};

/** One of our sentences in the reader's language; a sentence that is not ours stays as it was recorded. */
export function groundInWords(sentence: string, language: Language): { words: string; provisions: string } {
  const found = groundIn(sentence);
  if (!found) return { words: sentence, provisions: "" };
  const { id, words, provisions } = found;
  return { words: language === "de" ? german[id] : words, provisions };
}
