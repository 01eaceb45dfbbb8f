import { manifestPath, sumsPath } from "@/lib/domain/package/manifest";
import { decisionsTold, type PackageFacts } from "@/lib/domain/package/summary-facts";
import { wordsIn } from "@/lib/domain/words";
import { type Block, dataFolder, filesFolder, pdfPath, summaryPath } from "./blocks";
import { lawNote } from "./law-note";
import { packageWords } from "./package-words";
import type { Found } from "./summary";

/** Where it is kept and by what it is guarded when it goes abroad: Art. 15(2). */
export function storageBlocks({ language, profile, regime }: PackageFacts): Block[] {
  const { say } = packageWords(language);
  return [
    { kind: "heading", level: 2, id: "storage", text: say("storage") },
    { kind: "paragraph", text: say("storedIn", { place: profile.storageLocation.text }) },
    { kind: "list", items: profile.safeguards },
    ...lawNote({ language, regime }, ["transfers"]),
  ];
}

/** Art. 15(1)(h). */
export function decisionBlocks({ language, profile, regime }: PackageFacts): Block[] {
  const { say } = packageWords(language);
  const { told, list } = decisionsTold(profile);
  const unsaid = say("unsaid", { email: profile.contacts.email });
  const plain = told === "none" ? say("decisionsNone") : unsaid;
  return [
    { kind: "heading", level: 2, id: "decisions", text: say("decisions") },
    ...(told === "some" ? [] : [{ kind: "paragraph" as const, text: plain }]),
    ...list.flatMap(({ name, logic, consequences }, place): Block[] => [
      { kind: "heading", level: 3, id: `decision-${place + 1}`, text: name },
      {
        kind: "facts",
        rows: [
          [say("decisionsLogic"), logic],
          [say("decisionsConsequences"), consequences],
        ],
      },
    ]),
    ...lawNote({ language, regime }, ["automated_decisions"]),
  ];
}

/** Art. 15(1)(e): what else there is to ask, in everyday words. */
export function rightsBlocks({ language, profile, asked, regime }: PackageFacts): Block[] {
  const { say } = packageWords(language);
  const words = wordsIn(language).rights;
  const others = profile.rights.filter(({ right }) => !asked.includes(right));
  return [
    { kind: "heading", level: 2, id: "rights", text: say("rights") },
    { kind: "paragraph", text: say("rightsLead", { email: profile.contacts.email }) },
    {
      kind: "list",
      items: others.map(({ right, name }) =>
        say("rightLine", { name: name ?? words[right].name, does: words[right].does }),
      ),
    },
    ...lawNote({ language, regime }, ["rights"]),
  ];
}

/** Art. 15(1)(f): the authority of the place where the person lives. */
export function complaintBlocks({ language, profile, regime, country }: PackageFacts): Block[] {
  const { say } = packageWords(language);
  const { authorities, first, court, citation } = wordsIn(language).complaint(regime, country);
  const cited = wordsIn(language).cite(citation);
  const whereTo = authorities.map(({ name, route, website }) => {
    const reach = [route, website].filter((part) => part !== undefined).join(" · ");
    return reach === "" ? say("authority", { name }) : say("authorityRoute", { name, route: reach });
  });
  const paragraphs = [
    first ?? say("complaintUs", { email: profile.contacts.email }),
    ...whereTo,
    cited === null ? court : say("courtCited", { court, citation: cited }),
  ];
  return [
    { kind: "heading", level: 2, id: "complaint", text: say("complaint") },
    ...paragraphs.map((text): Block => ({ kind: "paragraph", text })),
    ...lawNote({ language, regime }, ["complaint"]),
  ];
}

export function insideBlocks({ language }: PackageFacts, found: Found): Block[] {
  const { say } = packageWords(language);
  return [
    { kind: "heading", level: 2, id: "inside", text: say("inside") },
    { kind: "list", items: insideLines({ language }, found) },
  ];
}

/** One line for each thing that lies in the package. */
export function insideLines({ language }: Pick<PackageFacts, "language">, { parts, documents }: Found): string[] {
  const { say } = packageWords(language);
  return [
    say("insideSummary", { path: summaryPath }),
    say("insidePdf", { path: pdfPath }),
    ...(parts.length > 0 ? [say("insideData", { folder: `${dataFolder}/` })] : []),
    ...(documents > 0 ? [say("insideFiles", { folder: `${filesFolder}/` })] : []),
    say("insideManifest", { path: manifestPath }),
    say("insideSums", { path: sumsPath }),
  ];
}
