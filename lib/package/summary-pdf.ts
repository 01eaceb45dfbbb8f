import type { Readable } from "node:stream";
import PDFDocument from "pdfkit";
import type { Block, Summary } from "./blocks";
import { type PdfFonts, pdfFonts } from "./pdf-fonts";

const ink = "#1d1c1a";
const quiet = "#5a5751";
const line = "#d9d5cc";
const margin = 56;

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;
type Sheet = { document: Document; fonts: PdfFonts; root: Element };

/** The same summary as a tagged PDF: title, language, headings, lists and tables are there for a screen reader. */
export function summaryPdf(summary: Summary, madeAt: Date): Readable {
  const { title, organisation, language } = summary;
  const document = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: "1.7",
    // The library knows PDF/UA; its types do not yet.
    subset: "PDF/UA" as PDFKit.PDFDocumentOptions["subset"],
    tagged: true,
    displayTitle: true,
    lang: language,
    // The same input gives the same bytes: the moment of making is the package's.
    info: {
      Title: title,
      Author: organisation,
      Creator: "Habeas",
      Producer: "Habeas",
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  const root = document.struct("Document");
  document.addStructure(root);
  const sheet = { document, fonts: pdfFonts(document), root };
  words(sheet, organisation, { size: 10, face: "bold", colour: quiet });
  words(sheet, title, { size: 24, face: "bold", as: "H1", after: 6 });
  words(sheet, summary.lead, { size: 12, after: 10 });
  for (const block of summary.blocks) draw(sheet, block);
  if (sheet.fonts.missing()) words(sheet, summary.signMissing, { size: 9, colour: quiet });
  root.end();
  document.end();
  return document as unknown as Readable;
}

function draw(sheet: Sheet, block: Block): void {
  if (block.kind === "heading") heading(sheet, block);
  else if (block.kind === "paragraph")
    words(sheet, block.text, block.quiet ? { size: 9, colour: quiet, after: 6 } : { after: 6 });
  else if (block.kind === "list") list(sheet, block.items);
  else if (block.kind === "facts") facts(sheet, block.rows);
  else table(sheet, block);
}

function heading(sheet: Sheet, { level, text }: Extract<Block, { kind: "heading" }>): void {
  const { document } = sheet;
  const size = level === 2 ? 15 : 12;
  // No heading at the foot of a page with nothing under it.
  if (document.y > document.page.height - margin - 90) document.addPage();
  words(sheet, text, { size, face: "bold", as: `H${level}`, before: level === 2 ? 18 : 10, after: 4 });
}

type Look = { size?: number; face?: "plain" | "bold"; colour?: string; as?: string; before?: number; after?: number };

function words(sheet: Sheet, text: string, look: Look, into: Element = sheet.root): void {
  const { document, fonts } = sheet;
  const { size = 10.5, face = "plain", colour = ink, as = "P", before = 0, after = 3 } = look;
  const written = fonts.write(text, face);
  document.x = margin;
  document.y += before;
  const element = document.struct(as);
  into.add(element);
  element.add(() => {
    document.font(written.font).fontSize(size).fillColor(colour).text(written.text, { lineGap: 2 });
  });
  element.end();
  document.y += after;
}

function list(sheet: Sheet, items: readonly string[]): void {
  if (items.length === 0) return;
  const { document } = sheet;
  const element = document.struct("L");
  sheet.root.add(element);
  for (const item of items) {
    const entry = document.struct("LI");
    element.add(entry);
    words(sheet, `•  ${item}`, { as: "LBody" }, entry);
    entry.end();
  }
  element.end();
  document.y += 3;
}

function facts(sheet: Sheet, rows: readonly (readonly [string, string])[]): void {
  grid(
    sheet,
    rows.map(([label, value]) => [
      { text: label, head: "Row" as const },
      { text: value, head: null },
    ]),
    [120, "*"],
    9.5,
  );
}

function table(sheet: Sheet, { caption, head, rows, note }: Extract<Block, { kind: "table" }>): void {
  if (sheet.document.y > sheet.document.page.height - margin - 90) sheet.document.addPage();
  words(sheet, caption, { face: "bold", size: 9.5, before: 6, after: 3 });
  const headRow = head.map((text) => ({ text, head: "Column" as const }));
  const body = rows.map((row) => row.map((text) => ({ text, head: null })));
  grid(
    sheet,
    [headRow, ...body],
    head.map(() => "*"),
    8.5,
  );
  if (note !== undefined) words(sheet, note, { size: 9, colour: quiet, after: 6 });
}

type GridCell = { text: string; head: "Row" | "Column" | null };

function grid(
  sheet: Sheet,
  rows: readonly (readonly GridCell[])[],
  columns: readonly (number | "*")[],
  size: number,
): void {
  const { document, fonts, root } = sheet;
  const data = rows.map((row) =>
    row.map(({ text, head }) => {
      const written = fonts.write(text === "" ? " " : text, head === "Column" ? "bold" : "plain");
      return {
        text: written.text,
        font: { src: written.font, size },
        textColor: head === null ? ink : quiet,
        ...(head === null ? { type: "TD" as const } : { type: "TH" as const, scope: head }),
      };
    }),
  );
  document.x = margin;
  document.font("plain").fontSize(size).fillColor(ink);
  document.table({
    structParent: root,
    data,
    columnStyles: columns.map((width) => ({ width })),
    defaultStyle: { border: { top: 0, left: 0, right: 0, bottom: 0.5 }, borderColor: line, padding: [4, 6, 4, 0] },
  } as unknown as PDFKit.Mixins.TableOptions);
  document.y += 6;
}
