// Decides which provisions are cited in German: those of laws that have a German text of their own, and the project's own.
// Everything else is cited as its law is cited in English.

const exact: Readonly<Record<string, string>> = {
  "GDPR Art. 21(2)–(3): absolute, nothing to weigh": "Art. 21 Abs. 2 und 3 DSGVO: ohne Abwägung",
  "nothing is handed out: GDPR recital 64, Art. 5(1)(c)":
    "es wird nichts herausgegeben: Erwägungsgrund 64, Art. 5 Abs. 1 lit. c DSGVO",
  "nothing is handed out, and the organisation's own policy promises it":
    "es wird nichts herausgegeben, und die Organisation verspricht es selbst",
  "the organisation's own policy": "die eigene Regel der Organisation",
  "national law on parental responsibility": "nationales Recht der elterlichen Sorge",
  "law of the member state": "Recht des Mitgliedstaats",
  "GDPR Art. 12(3) second and third sentences": "Art. 12 Abs. 3 Satz 2 und 3 DSGVO",
  "GDPR Art. 5(1)(c), (e)": "Art. 5 Abs. 1 lit. c und e DSGVO",
  "day formula: project decision D1": "Tagesformel: Projektentscheidung D1",
  "The organisation's own promise": "eigene Zusage der Organisation",
  "counting: project convention C1": "Zählweise: Projektkonvention C1",
  "our privacy policy": "unsere Datenschutzerklärung",
};

const shapes: readonly (readonly [english: RegExp, german: string])[] = [
  [/^GDPR Art\. (\d+)\((\d+)\)$/, "Art. $1 Abs. $2 DSGVO"],
  [/^GDPR Art\. (\d+)\((\d+)\)\(([a-z])\)$/, "Art. $1 Abs. $2 lit. $3 DSGVO"],
  [/^GDPR Arts (\d+), (\d+)$/, "Art. $1, $2 DSGVO"],
  [/^GDPR recital (\d+)$/, "Erwägungsgrund $1 DSGVO"],
  [/^Regulation 1182\/71 Art\. (\d+)\((\d+)\)$/, "Art. $1 Abs. $2 Verordnung 1182/71"],
  [/^EDPB Guidelines (\S+) §+([\d–]+)$/, "EDSA-Leitlinien $1 Rn. $2"],
];

/** The citation in German, or null where a part of it has none: then it stays whole as it is. */
export function germanCitation(citation: string): string | null {
  const parts = citation.split("; ").map(germanPart);
  return parts.every((part) => part !== null) ? parts.join("; ") : null;
}

function germanPart(part: string): string | null {
  const shape = shapes.find(([english]) => english.test(part));
  return shape ? part.replace(...shape) : (exact[part] ?? null);
}
