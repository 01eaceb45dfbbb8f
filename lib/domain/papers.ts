// Decides which papers a person may show, when nobody needs them any more, and into which squares a picture is cut to cover it.
// Answers to EDPB Guidelines 01/2022 §§73–79 and GDPR Art. 5(1)(c): no more than is needed, by whom it is needed, no longer.
import type { Actor } from "./actor";
import type { RecordedEvent } from "./events";
import type { OrganisationProfile } from "./organisation";
import { askable } from "./proof-policy";
import type { RequestFacts } from "./request";
import { demandShown, isProven } from "./request-proofs";
import type { ProofKind } from "./verification";

/** Kinds of proof that come on paper. */
export const paperKinds = [
  "document_checked",
  "permission_signed",
  "power_of_attorney",
  "authority_checked",
] as const satisfies readonly ProofKind[];
export type PaperKind = (typeof paperKinds)[number];

export function isPaperKind(text: string): text is PaperKind {
  return paperKinds.some((kind) => kind === text);
}

/**
 * Papers that this person may send now: those that the policy asks for here, those that would do for somebody who acts for
 * another, and those that we asked for with a reason. Nobody uploads a passport for a newsletter.
 */
export function papersOpen(facts: RequestFacts, chain: readonly RecordedEvent[]): readonly PaperKind[] {
  const { relation, regimes } = facts.received;
  const missing = demandShown(facts).filter((asked) => !isProven(facts, asked));
  return paperKinds.filter((kind) => {
    const asked = chain.some(({ event }) => event.type === "ProofAsked" && event.kind === kind);
    const inPolicy = missing.some(({ right, level, ways = [] }) => {
      if (askable({ right, relation, regimes }, { level, ways }).includes(kind)) return true;
      return kind === "power_of_attorney" && ways.some((way) => way.includes(kind));
    });
    return missing.length > 0 && (asked || inPolicy);
  });
}

/** Does this organisation want this paper of this person now? Authority is shown by paper wherever it has to be shown. */
export function isWanted(
  { identity }: Pick<OrganisationProfile, "identity">,
  { facts, chain }: { facts: RequestFacts; chain: readonly RecordedEvent[] },
  kind: PaperKind,
): boolean {
  if (kind === "document_checked" && identity.documents === "never") return false;
  return papersOpen(facts, chain).includes(kind);
}

/** The papers whose pages let this person in: nobody is led to one that refuses. */
export function papersWanted(
  profile: Pick<OrganisationProfile, "identity">,
  request: { facts: RequestFacts; chain: readonly RecordedEvent[] },
): readonly PaperKind[] {
  return paperKinds.filter((kind) => isWanted(profile, request, kind));
}

/** EDPB 01/2022 §§78–79: identity papers are for the one who decides on them, and for nobody beside. */
export function mayOpenPaper(actor: Actor, { assignedTo }: Pick<RequestFacts, "assignedTo">): boolean {
  return actor.kind === "staff" && actor.roles.includes("handler") && assignedTo === actor.staffId;
}

/** Minutes for covering a picture. The worker looks every five, so that it is gone within the hour that the page names. */
export const draftMinutes = 55;

/** A picture is cut into so many squares, each of which can be covered. */
export const coverGrid = { columns: 12, rows: 8 } as const;

/** The square `r3c5`: third row, fifth column. Counted from one, from the top left. */
export type Cell = { row: number; column: number };

/** Reads names of squares; what is no square of the grid is left out. */
export function readCells(names: readonly string[]): Cell[] {
  return names.flatMap((name) => {
    const [, row, column] = /^r(\d{1,2})c(\d{1,2})$/.exec(name) ?? [];
    const cell = { row: Number(row), column: Number(column) };
    const inside = cell.row >= 1 && cell.row <= coverGrid.rows && cell.column >= 1 && cell.column <= coverGrid.columns;
    return inside ? [cell] : [];
  });
}
