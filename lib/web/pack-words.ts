import type { PackSpan } from "@/lib/domain/pack-figures";
import { recountedHow, reportDefinitions } from "@/lib/domain/report-definitions";

/** What a pack is about: whose, over which days, made when. */
export type PackAbout = { organisation: string; timeZone: string; span: PackSpan; madeAt: Date };

/** The first file that is read: what lies here, and how each of it is checked without us. */
export function packReadme({ organisation, timeZone, span, madeAt }: PackAbout): string {
  return `REGULATOR PACK
${organisation}
Requests received from ${span.from} to ${span.asOf}, and those still owed in that time. As of the end of ${span.asOf},
${timeZone}. Made ${madeAt.toISOString()} with Habeas.

For the authority that asked for it. It holds no name, no address and no word of anybody, but the timelines are of single
requests: do not publish them. In the figures, counts under five are hidden, and so is what they could be counted from.

figures.csv       the figures, each with what it counts
method.txt        what each figure counts, and how all of them are counted again
timelines.csv     each request: what happened, on which day, by a person, by staff or by the system
record.jsonl      the same entries as they stand in the record, one a line, each with its hash and that of the one before
heads.json        the last entry of each chain, with the reference that the person knows
checkpoint.json   the newest signed checkpoint of the installation, and its public key
manifest.json     SHA-256 of each file
verify.mjs        checks all of this

HOW TO CHECK IT
1. Offline, with Node 20 or newer:   node verify.mjs
   It compares every file with the manifest, links every entry to the one before by SHA-256 over
   "<previous hash>\\n<entry as JSON with sorted keys>", compares the ends with heads.json, and checks the checkpoint's
   Ed25519 signature over "habeas checkpoint v1\\n<instant>\\n<digest>".
2. At the organisation:   npm run -s audit:verify
   It walks every chain and every checkpoint of the installation. The hash of any entry here must stand there.
3. With a person's receipt: its head is the hash of the first entry of that request's chain.
`;
}

export function packMethod(): string {
  const figures = Object.values(reportDefinitions).map(({ name, counts }) => `${name}\n  ${counts}\n`);
  return `METHOD\n\n${figures.join("\n")}\n${recountedHow}\n`;
}
