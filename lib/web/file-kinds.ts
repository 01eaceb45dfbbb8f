// Decides which files are taken, by their bytes and not by their name. Answers to ASVS V5.2.2 and V1.3.4.
import { fileTypeFromBuffer } from "file-type";

const sniffed: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "image/webp": "WebP",
  "image/heic": "HEIC",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.oasis.opendocument.text": "OpenDocument text",
  "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument sheet",
  "application/zip": "ZIP",
};

const textByEnding: Readonly<Record<string, string>> = { txt: "text/plain", csv: "text/csv", json: "application/json" };

export const takenKinds = "PDF, PNG, JPEG, WebP, HEIC, Word, Excel, OpenDocument, ZIP, text, CSV or JSON";

/** The media type of what the bytes are, or null when such a file is not taken. Mark-up is never taken as text. */
export async function mediaTypeOf(name: string, bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return found.mime in sniffed ? found.mime : null;
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  const type = textByEnding[ending];
  return type && isPlainText(bytes) ? type : null;
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !text.includes("\0") && !/^\s*</.test(text);
  } catch {
    // Not UTF-8: no text that a browser or a person could be expected to read.
    return false;
  }
}
