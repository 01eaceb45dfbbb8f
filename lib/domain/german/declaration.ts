// Decides how the declaration reads in German. The formula of the law stands in it as the law has it.
import type { Declared } from "../declaration";

export function germanDeclaration({ name, organisation, reference, day }: Declared): readonly string[] {
  return [
    `Ich, ${name}, erkläre: Ich bin die Person, um deren personenbezogene Daten es im Anliegen ${reference} an ${organisation} geht.`,
    "Ich erkläre unter Androhung der Strafe für Meineid nach dem Recht des Staates Kalifornien, dass das Vorstehende wahr und richtig ist (I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct).",
    `Unterzeichnet am ${day}.`,
  ];
}
