// Decides what a backlog from another tool brings along, and which of its columns is probably which.
// Answers to GDPR Art. 5(2): what was asked before Habeas came is owed just the same, from its true day on.

/** What a row can say. `needed`: without it there is no request; the others have a value that the desk gives for all rows. */
export const backlogFields = {
  receivedOn: { label: "Day received", needed: true },
  rights: { label: "What they ask for", needed: true },
  name: { label: "Name of the person", needed: true },
  email: { label: "E-mail address", needed: true },
  place: { label: "Country", needed: true },
  region: { label: "State or province", needed: false },
  language: { label: "Language", needed: false },
  channel: { label: "How it came", needed: false },
  state: { label: "State in the old tool", needed: false },
  oldReference: { label: "Reference in the old tool", needed: false },
  words: { label: "In their words", needed: false },
} as const satisfies Record<string, { label: string; needed: boolean }>;

export type BacklogField = keyof typeof backlogFields;
export const backlogFieldNames = Object.keys(backlogFields) as readonly BacklogField[];

/** Field → place of its column, from 0. */
export type BacklogColumns = Readonly<Partial<Record<BacklogField, number>>>;

// As headings are found in exports, in the languages that the desk speaks. Compared without case, accents and signs.
const headings: Readonly<Record<BacklogField, readonly string[]>> = {
  receivedOn: [
    "received",
    "received on",
    "received at",
    "date received",
    "created",
    "created at",
    "date",
    "eingang",
    "eingegangen am",
    "datum",
  ],
  rights: ["right", "rights", "request type", "type", "kind", "request", "recht", "art", "anliegen"],
  name: ["name", "full name", "data subject", "person", "requester", "requestor", "subject name", "betroffene person"],
  email: ["email", "e mail", "email address", "mail", "requester email", "e mail adresse"],
  place: ["country", "place", "residence", "jurisdiction", "land", "wohnort"],
  region: ["state province", "region", "province", "us state", "bundesland"],
  language: ["language", "locale", "sprache"],
  channel: ["channel", "source", "via", "how received", "kanal", "eingangsweg"],
  state: ["status", "state", "stage", "stand"],
  oldReference: ["reference", "id", "request id", "ticket", "case", "case number", "number", "aktenzeichen", "vorgang"],
  words: ["description", "details", "message", "comment", "text", "beschreibung", "nachricht"],
};

/** The likeliest column of each field; a column serves one field, and one that fits nothing is left out. */
export function guessColumns(heads: readonly string[]): BacklogColumns {
  const plain = heads.map(plainHeading);
  const guess: Partial<Record<BacklogField, number>> = {};
  for (const field of backlogFieldNames) {
    const at = headings[field].map((heading) => plain.indexOf(heading)).find((found) => found >= 0);
    if (at !== undefined) guess[field] = at;
  }
  return guess;
}

/** A heading or a value as it is compared: without case, accents, signs and doubled spaces. */
export function plainHeading(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
