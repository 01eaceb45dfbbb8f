// Decides what is asked of a person whose data points are compared with what the organisation holds, and what fits.
// Answers to GDPR Art. 12(6) and 5(1)(c), EDPB 01/2022 §§65–72, 11 CCR §§7060(c)–(d), 7062: no more than is needed, and a
// correction is never verified by the very datum that is disputed.
import { deliveryLevelNeeded, rightsHandedOut } from "./delivery";
import type { AskedRight } from "./events";
import type { RequestFacts } from "./request";
import { demandShown, isProven } from "./request-proofs";
import { asksForOther, type ProofKind } from "./verification";

/**
 * One thing that the organisation knows and a person can type. `disputedBy`: words that, in the text of a correction, say
 * that this very datum is the one in question.
 */
export type MatchingPoint = {
  id: string;
  label: string;
  labelDe?: string;
  hint?: string;
  hintDe?: string;
  disputedBy?: string[];
};

/** `file`: a CSV below the data folder. `http`: asked with a body signed by the secret in the environment variable named. */
export type MatchingSource = { kind: "file"; path: string } | { kind: "http"; url: string; secretVariable: string };

export type Matching = { source: MatchingSource; points: MatchingPoint[] };

/** What the source is asked. `email` is the confirmed address in canonical form; `points` by id, as they were typed. */
export type MatchQuestion = { name: string; email: string; points: Readonly<Record<string, string>> };

/**
 * `matched`: how many of the points fit one and the same person of that name, never which. `addressOnFile`: somebody of
 * that name is known under that address.
 */
export type MatchAnswer = { matched: number; addressOnFile: boolean };

/** How a source is asked. It throws when the source is away: nothing is known then, not even that nothing fits. */
export type Matcher = (question: MatchQuestion, now: Date) => Promise<MatchAnswer>;

/** Kinds of proof that come of comparing. */
export const matchedKinds = ["data_points_matched", "three_points_matched"] as const satisfies readonly ProofKind[];
export type MatchedKind = (typeof matchedKinds)[number];

/** Tries of one request in so many hours; how many at all stands in lifecycle-needs.ts. */
export const matchTries = { count: 5, hours: 6 } as const;

/** Tries under one name in an organisation, by whichever requests: filing again gives no new ones. */
export const nameTries = { count: 20, hours: 24 } as const;

/** The form in which points are compared: letters and digits alone, without case and accents. */
export function canonicalPoint(typed: string): string {
  return typed
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

type Matchable = Pick<RequestFacts, "state" | "proofs" | "received" | "rights" | "outcomes" | "answerHasFiles">;

/**
 * What comparing would prove here, and by how many points; null where it proves nothing. Whoever must be surer is asked for
 * three. Where an answer waits, what it hands out is shown anew (delivery.ts).
 */
export function matchWanted(facts: Matchable): { kind: MatchedKind; points: 2 | 3 } | null {
  // Whoever asks for somebody else proves that they may: what they know of that person proves nothing.
  if (asksForOther(facts.received.relation)) return null;
  const rights = [...unprovenRights(facts), ...waitingToOpen(facts)];
  const takes = (kind: MatchedKind) => rights.filter(({ ways = [] }) => ways.some((way) => way.includes(kind)));
  const two = takes("data_points_matched");
  const three = takes("three_points_matched").filter((asked) => !two.includes(asked));
  if (three.length > 0) return { kind: "three_points_matched", points: 3 };
  if (two.length === 0) return null;
  return { kind: "data_points_matched", points: two.some(({ level }) => level === 3) ? 3 : 2 };
}

/** Rights that lack proof, as the person is shown them. */
function unprovenRights(facts: Matchable): readonly AskedRight[] {
  return demandShown(facts).filter((asked) => !isProven(facts, asked));
}

/** Rights whose answer opens only to whoever shows anew who they are. */
function waitingToOpen(facts: Matchable): readonly AskedRight[] {
  if (facts.state !== "answered" && facts.state !== "closed") return [];
  return deliveryLevelNeeded(facts) > 0 ? rightsHandedOut(facts) : [];
}

/** What is written down about a correction, right by right; null once it was purged. */
type Details = Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> | null;

/**
 * What this person types, in the organisation's order, and what it proves; null where nothing can be compared or the
 * organisation knows too few points. A point that the correction names is left out.
 */
export function matchAsked(
  matching: Matching | undefined,
  { facts, details }: { facts: Matchable; details: Details },
): { kind: MatchedKind; points: readonly MatchingPoint[] } | null {
  const wanted = matchWanted(facts);
  if (!matching || !wanted) return null;
  const points = undisputed(matching.points, disputedText(facts, details));
  const fewest = wanted.kind === "three_points_matched" ? 3 : 2;
  return points.length < fewest ? null : { kind: wanted.kind, points: points.slice(0, wanted.points) };
}

/** How many points of this organisation could be compared for this request. */
export function pointsUsable(
  matching: Matching | undefined,
  { facts, details }: { facts: Pick<RequestFacts, "rights">; details: Details },
): number {
  return undisputed(matching?.points ?? [], disputedText(facts, details)).length;
}

function undisputed(points: readonly MatchingPoint[], text: string): readonly MatchingPoint[] {
  return points.filter(
    ({ label, labelDe = label, disputedBy = [] }) =>
      ![label, labelDe, ...disputedBy].some((word) => text.includes(word.toLowerCase())),
  );
}

// Told from the person's own words, by the words that the organisation listed: a guess on the safe side, since a point that
// is left out for nothing only means that another is asked.
function disputedText({ rights }: Pick<RequestFacts, "rights">, details: Details): string {
  const corrects = rights.some(({ right }) => right === "rectification");
  return corrects
    ? Object.values(details?.rectification ?? {})
        .join("\n")
        .toLowerCase()
    : "";
}
