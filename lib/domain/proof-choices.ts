// Decides which ways to show who somebody is are offered to them, each with what is still missing of it.
// Answers to GDPR Art. 12(2) and 12(6): made easy, the least that is enough, and nobody led to a door with nothing behind it.
import type { CalendarDate } from "./calendar-date";
import { mayBeOnFile, type Person } from "./filing";
import { pointsUsable } from "./matching";
import type { OrganisationProfile } from "./organisation";
import { type PaperKind, paperKinds } from "./papers";
import { type Explained, explainRule } from "./proof-explanation";
import type { ProofQuestion } from "./proof-policy";
import type { RequestFacts } from "./request";
import { ownLookUps, type ProofKind, type Way } from "./verification";

/** `ours`: nothing that the person could do; the organisation looks by itself. */
export type KindState = { kind: ProofKind; state: "shown" | "missing" | "ours"; on: CalendarDate | null };

/** One way. `asked` false: accepted where somebody prefers it, and not asked for. */
export type ProofChoice = { kinds: readonly KindState[]; asked: boolean };

type Identity = OrganisationProfile["identity"] & { signIn?: unknown };
type Filed = {
  facts: Pick<RequestFacts, "rights">;
  person: Pick<Person, "email" | "knownEmail"> | null;
  details: Parameters<typeof pointsUsable>[1]["details"];
};

/**
 * The kinds of proof that this organisation can take from the person of this request. `papers`: those whose page would let
 * them in (papers.ts).
 */
export function offeredKinds(
  identity: Identity,
  { facts, person, details }: Filed,
  papers: readonly PaperKind[],
): ReadonlySet<ProofKind> {
  const points = pointsUsable(identity.matching, { facts, details });
  const takes: readonly [ProofKind, boolean][] = [
    ["declaration", true],
    ["confirmed_by_person", true],
    ["address_on_file", mayBeOnFile(person)],
    ["signed_in", identity.signIn !== undefined && mayBeOnFile(person)],
    ["data_points_matched", points >= 2],
    ["three_points_matched", points >= 3],
    ...papers.map((kind): [ProofKind, boolean] => [kind, true]),
  ];
  return new Set(takes.flatMap(([kind, open]) => (open ? [kind] : [])));
}

/** The ways that are open to this person: made of what was shown, what the organisation checks, and what it can take. */
export function proofChoices(
  { ways, ask }: Pick<Explained, "ways" | "ask">,
  { proofs }: Pick<RequestFacts, "proofs">,
  offered: ReadonlySet<ProofKind>,
): readonly ProofChoice[] {
  const stateOf = (kind: ProofKind): KindState => {
    const held = proofs.find((proof) => proof.kind === kind);
    if (held) return { kind, state: "shown", on: held.on };
    return { kind, state: ownLookUps.has(kind) ? "ours" : "missing", on: null };
  };
  return easiest(ways.map(({ way }) => way))
    .map((way) => ({ kinds: way.map(stateOf), asked: way.every((kind) => ownLookUps.has(kind) || ask.includes(kind)) }))
    .filter(({ kinds }) => kinds.every(({ kind, state }) => state === "shown" || offered.has(kind)));
}

/** The ways that somebody who has not asked yet will be asked for here; none where nothing but the address will be asked. */
export function waysToCome(identity: Identity, question: ProofQuestion): readonly Way[] {
  const nobody = { facts: { rights: [] }, person: null, details: null };
  const papers = paperKinds.filter((kind) => identity.documents !== "never" || kind !== "document_checked");
  const choices = proofChoices(explainRule(question), { proofs: [] }, offeredKinds(identity, nobody, papers));
  const asked = choices.filter(({ kinds, asked }) => asked && kinds.length > 0);
  return asked.map(({ kinds }) => kinds.map(({ kind }) => kind));
}

// Three points are no way of their own where two are enough: nobody is asked for more than is needed.
function easiest(ways: readonly Way[]): readonly Way[] {
  const same = (way: Way) => [...way].sort().join();
  const known = new Set(ways.map(same));
  return ways.filter((way) => {
    const lesser = way.map((kind) => (kind === "three_points_matched" ? "data_points_matched" : kind));
    return same(lesser) === same(way) || !known.has(same(lesser));
  });
}
