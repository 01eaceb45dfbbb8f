import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

type Face = "plain" | "bold";
const require = createRequire(import.meta.url);

// Ours for Latin letters; for a text with any other, one that has Greek, Cyrillic, Hebrew, Arabic and more in one file.
const files = {
  plain: ["@fontsource/source-sans-3", "files/source-sans-3-latin-400-normal.woff"],
  bold: ["@fontsource/source-sans-3", "files/source-sans-3-latin-700-normal.woff"],
  "plain-wide": ["dejavu-fonts-ttf", "ttf/DejaVuSans.ttf"],
  "bold-wide": ["dejavu-fonts-ttf", "ttf/DejaVuSans-Bold.ttf"],
} as const;

type FontDocument = Pick<PDFKit.PDFDocument, "registerFont" | "font">;

/** Which font writes a text, and the text with □ where none has the sign. `missing` tells whether that ever happened. */
export type PdfFonts = { write: (text: string, face: Face) => { font: string; text: string }; missing: () => boolean };

export function pdfFonts(document: FontDocument): PdfFonts {
  for (const [name, [from, path]] of Object.entries(files)) document.registerFont(name, readFileSync(at(from, path)));
  let missing = false;
  const has = (font: string) => glyphsOf(document, font);
  return {
    write(text, face) {
      const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}]+/gu, (signs) => (signs.includes("\n") ? "\n" : " "));
      const every = [...plain.replaceAll("\n", "")];
      if (every.every(has(face))) return { font: face, text: plain };
      const wide = `${face}-wide`;
      const known = has(wide);
      const kept = [...plain].map((sign) => (sign === "\n" || known(sign) ? sign : "□")).join("");
      if (kept !== plain) missing = true;
      return { font: wide, text: kept };
    },
    missing: () => missing,
  };
}

/** Whether the font has a sign. The library keeps its font object to itself, and its types do not name it. */
function glyphsOf(document: FontDocument, font: string): (sign: string) => boolean {
  document.font(font);
  const held = Reflect.get(document, "_font") as { font: { hasGlyphForCodePoint(code: number): boolean } };
  return (sign) => held.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
}

function at(from: string, path: string): string {
  return join(require.resolve(`${from}/package.json`), "..", path);
}
