import { type CategoryFacts, categoriesHeld, type PackageFacts } from "@/lib/domain/package/summary-facts";
import { type Block, dataFolder, filesFolder, type Summary, summaryPath } from "./blocks";
import { dayIn, packageWords } from "./package-words";
import type { ScannedPart } from "./scan-rows";
import { complaintBlocks, decisionBlocks, insideBlocks, rightsBlocks, storageBlocks } from "./summary-around";
import { heldBlocks, searchedBlocks } from "./summary-held";

/** What the scan found, with the names under which it lies in the package. `documents`: files that came as they are. */
export type FoundPart = ScannedPart & { paths: { json: string; csv: string } };
export type Found = { parts: readonly FoundPart[]; documents: number };

/**
 * The readable part of the answer: what we hold, why, from whom, to whom, how long; where we looked; what can be asked and
 * where to complain. GDPR Art. 15(1)(a)–(h), (2).
 */
export function summaryOf(facts: PackageFacts, found: Found): Summary {
  const { language, profile, reference } = facts;
  const { say } = packageWords(language);
  const organisation = profile.name;
  const held = categoriesHeld(profile, found.parts);
  return {
    language,
    organisation,
    title: say("title", { organisation }),
    lead: say("lead", { reference, asked: dayIn(facts.askedOn, language), made: dayIn(facts.madeOn, language) }),
    skip: say("skip"),
    contents: say("contents"),
    signMissing: say("signMissing", { path: summaryPath }),
    blocks: [
      ...shortBlocks(facts, found, held),
      ...heldBlocks(facts, found, held),
      ...searchedBlocks(facts),
      ...storageBlocks(facts),
      ...decisionBlocks(facts),
      ...rightsBlocks(facts),
      ...complaintBlocks(facts),
      ...insideBlocks(facts, found),
    ],
  };
}

function shortBlocks({ language, searched }: PackageFacts, found: Found, held: readonly CategoryFacts[]): Block[] {
  const { say } = packageWords(language);
  const { documents, parts } = found;
  const systems = searched.filter(({ outcome }) => outcome !== "not_searched").length;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const told = [
    ...(rows > 0 ? [say("found", { systems, rows, categories: held.length })] : []),
    ...(rows === 0 && documents === 0 ? [say("foundNothing", { systems })] : []),
    ...(documents > 0 ? [say("documents", { count: documents, folder: `${filesFolder}/` })] : []),
    ...(rows > 0 ? [say("howToRead", { folder: `${dataFolder}/` })] : []),
  ];
  return [
    { kind: "heading", level: 2, id: "short", text: say("short") },
    ...told.map((text): Block => ({ kind: "paragraph", text })),
  ];
}
