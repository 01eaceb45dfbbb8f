// Writes tables and sources for the pages in docs/ that are made from data.
import type { Citation } from "@/lib/domain/law";

/** Sources once each; **[K]** marks those that were not read in their own text. */
export function marked(citations: readonly (Citation | undefined)[]): string {
  const texts = citations.flatMap((one) => (one ? [`${one.text}${one.read ? "" : " **[K]**"}`] : []));
  return [...new Set(texts)].join("; ");
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
