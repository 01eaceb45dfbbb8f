const kinds: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "application/json": "JSON",
  "application/zip": "ZIP",
  "text/csv": "CSV",
  "text/plain": "TXT",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
};

/** "PDF", or nothing more exact than "file" in capitals of its media type. */
export function fileKind(mediaType: string): string {
  return kinds[mediaType] ?? mediaType.split(/[/.+]/).at(-1)?.slice(0, 12).toUpperCase() ?? "";
}

/** "240 kB", "4.2 MB": decimal units, as systems show them. */
export function fileSize(bytes: number, language: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = units[power] ?? "byte";
  const format = new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: power > 1 ? 1 : 0 });
  return format.format(bytes / 1000 ** power);
}
