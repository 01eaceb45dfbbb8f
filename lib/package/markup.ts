/** Text that is markup already. Made by `markup` alone, so that nothing that anybody wrote can pass for it. */
class Markup {
  constructor(readonly text: string) {}
}

export type { Markup };

type Piece = string | number | Markup | readonly Markup[];

/**
 * A template in which whatever is put in is escaped, for text and for quoted attributes alike (CVE-2023-47114: data of a
 * person ran as HTML in the package). There is no way to put in a string as it is.
 */
export function markup(fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(
    fixed.map((text, place) => `${text}${place < pieces.length ? written(pieces[place] ?? "") : ""}`).join(""),
  );
}

function written(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "object") return piece.map(({ text }) => text).join("");
  return escaped(String(piece));
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

// Signs that a page may not hold at all show as the sign for "unknown". Direction signs are shown, not obeyed: they would
// turn around what stands beside them (CVE-2021-42574).
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd")
    .replace(/[&<>"'`]/g, (sign) => signs[sign] as string);
}
