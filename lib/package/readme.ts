import { sumsPath } from "@/lib/domain/package/manifest";
import type { PackageFacts } from "@/lib/domain/package/summary-facts";
import { pdfPath, summaryPath } from "./blocks";
import { dayIn, packageWords } from "./package-words";
import type { Found } from "./summary";
import { insideLines } from "./summary-around";

/** What stands first: what this is and what to open. Lines end as Windows likes them; everything else reads both. */
export function readmeText(facts: PackageFacts, found: Found): string {
  const { language, profile, reference, askedOn, madeOn } = facts;
  const { say } = packageWords(language);
  const lead = say("lead", { reference, asked: dayIn(askedOn, language), made: dayIn(madeOn, language) });
  const lines = [
    // Whatever the organisation is called, it stays on its line.
    say("title", { organisation: profile.name.replace(/\s+/g, " ") }).toUpperCase(),
    "",
    lead,
    say("readme.start", { summary: summaryPath, pdf: pdfPath }),
    "",
    say("readme.inside"),
    "",
    ...insideLines(facts, found).map((line) => `- ${line}`),
    "",
    say("readme.csv"),
    "",
    say("readme.check"),
    "",
    say("readme.checkHow", { sums: sumsPath }),
    "",
    say("readme.care"),
  ];
  return `${lines.join("\r\n")}\r\n`;
}
