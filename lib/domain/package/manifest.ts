// Decides what the manifest of a package says of each file, so that anyone can check years later that nothing was lost,
// added or changed. JSON-LD with terms of the W3C DPV where they fit. Answers to GDPR Arts 5(2), 15(3) and 20(1).
import type { LegalBasis } from "../retention-rule";
import { dpvContext, dpvFulfilled, dpvLegalBasis, dpvRights } from "./dpv";
import type { CategoryFacts, PackageFacts, SearchedSystem } from "./summary-facts";

export type FileKind = "readme" | "summary" | "rows_json" | "rows_csv" | "uploaded" | "manifest";

/** A file as it went in. `rows` and `columns` belong to tables. */
export type PackedFile = {
  path: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  system?: string;
  category?: string;
  rows?: number;
};

export const manifestPath = "manifest.json";
/** Lines that `sha256sum -c` reads: every other file of the package, the manifest too. */
export const sumsPath = "SHA256SUMS.txt";

/** The manifest as it is written, `files` in the order in which they stand in the archive. */
export function manifestOf(
  facts: PackageFacts,
  packed: { files: readonly PackedFile[]; categories: readonly CategoryFacts[]; madeAt: Date },
) {
  const { files, categories, madeAt } = packed;
  return {
    "@context": dpvContext,
    "@type": "dpv:RightFulfilmentNotice",
    format: "habeas-package/1",
    organisation: facts.profile.name,
    reference: facts.reference,
    rights: dpvRights(facts.asked),
    status: dpvFulfilled,
    askedOn: facts.askedOn,
    madeAt: madeAt.toISOString(),
    csv: "RFC 4180 with a byte-order mark; an apostrophe stands before what a spreadsheet would run. The JSON is exact.",
    searched: facts.searched.map(searchLine),
    categories: categories.map((one) => ({
      category: one.category,
      name: one.name,
      ...(one.purpose === null ? {} : { purpose: one.purpose }),
      ...legalBasisTerm(one.legalBasis),
      ...(one.source === null ? {} : { source: one.source }),
      recipients: one.recipients.map(({ name }) => name),
    })),
    files,
  };
}

function searchLine({ id, name, outcome, identifiers, searchedAt, reason }: SearchedSystem) {
  const when = searchedAt === null ? null : searchedAt.toISOString();
  return { system: id, name, outcome, identifiers, searchedAt: when, ...(reason === undefined ? {} : { reason }) };
}

function legalBasisTerm(basis: LegalBasis | null) {
  return basis === null ? {} : { legalBasis: dpvLegalBasis(basis) };
}

export function sumsOf(files: readonly Pick<PackedFile, "path" | "sha256">[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
}
