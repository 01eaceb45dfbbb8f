// What a summary is made of, before it is a page or a PDF: both draw the same blocks, so both say the same.

export type Block =
  | { kind: "heading"; level: 2 | 3; text: string; id: string }
  | { kind: "paragraph"; text: string; quiet?: boolean }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: "table"; caption: string; head: readonly string[]; rows: readonly (readonly string[])[]; note?: string };

/** A whole summary. `title` is its one heading of the first level. */
export type Summary = {
  language: string;
  organisation: string;
  title: string;
  lead: string;
  /** Words of the frame around it: the way past the contents, and their heading. */
  skip: string;
  contents: string;
  /** Said under a PDF that lacks letters for some sign; the page never does. */
  signMissing: string;
  blocks: readonly Block[];
};

export const summaryPath = "summary.html";
export const pdfPath = "summary.pdf";
export const readmePath = "README.txt";
export const dataFolder = "data";
export const filesFolder = "files";
