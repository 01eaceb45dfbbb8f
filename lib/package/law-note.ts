import { type AccessDuty, accessDuties, type PackageFacts } from "@/lib/domain/package/summary-facts";
import { wordsIn } from "@/lib/domain/words";
import type { Block } from "./blocks";
import { packageWords } from "./package-words";

/** Which paragraphs want told what stands above; nothing under a law that is not the GDPR, whose list is another. */
export function lawNote({ language, regime }: Pick<PackageFacts, "language" | "regime">, of: AccessDuty[]): Block[] {
  if (regime !== "eu_gdpr" && regime !== "uk_gdpr") return [];
  const { say } = packageWords(language);
  const citations = of.map((duty) => wordsIn(language).cite(accessDuties[duty]) ?? accessDuties[duty]).join(", ");
  return [{ kind: "paragraph", quiet: true, text: say("lawNote", { citations }) }];
}
