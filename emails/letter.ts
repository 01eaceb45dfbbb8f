/** One part of a letter. The same parts make the HTML and the text, so that the two can never say different things. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "quiet"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "rows"; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: "list"; items: readonly string[] }
  /** `quiet`: an errand beside what the letter is about. */
  | { kind: "action"; label: string; url: string; quiet?: true }
  | { kind: "code"; label: string; code: string };

/** What a template gives: words in order, nothing about looks. `subject` is without reference and organisation. */
export type Letter = { subject: string; title: string; letterhead: string; blocks: readonly Block[] };

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

export function quiet(text: string): Block {
  return { kind: "quiet", text };
}
