// Decides how it is explained what a right needs, what of that is held and what is missing: once, for both desks.
// Answers to GDPR Art. 12(6) and 5(2): whoever is asked for proof is told how much, why, and where that stands.
import type { AskedRight } from "./events";
import type { Citation } from "./law";
import { askable, demandOf, isRaised, type ProofQuestion, type ProofReason, proofRule } from "./proof-policy";
import type { RegimeId } from "./regime";
import type { RequestFacts } from "./request";
import { demandShown, isProven, kindsHeldBy } from "./request-proofs";
import type { Right } from "./right";
import { type RiskSignal, riskSignals } from "./risk-signals";
import {
  asksForOther,
  authorityKinds,
  type Demand,
  isSatisfied,
  type Level,
  type ProofKind,
  type Relation,
  type Way,
} from "./verification";

/** How a right stands. `address`: before all else the address has to be confirmed; without it nothing else counts. */
export type Standing = "none_needed" | "enough" | "address" | "missing";

/** One way and what of it is still missing; `missing` is empty where the way is whole. */
export type WayStanding = { way: Way; missing: Way };

/** What one right needs, why, and how it stands. */
export type Explained = {
  right: Right;
  level: Level;
  reason: ProofReason;
  citation: Citation;
  /** The law that the rule comes from; null where no law applies and ours does. */
  regime: RegimeId | null;
  /** More than the law's rule asks, because something about the request is odd. */
  raised: boolean;
  /**
   * Each is enough by itself, on top of the confirmed address; the one with least missing first. One empty way where the
   * address is all; none in the oldest records, which are judged by their level.
   */
  ways: readonly WayStanding[];
  /** What may be asked for without a further reason. */
  ask: readonly ProofKind[];
  standing: Standing;
};

/** What this demand needs under the policy, beside what is held. */
export function explainDemand(question: ProofQuestion, demand: Demand, held: readonly ProofKind[]): Explained {
  const rule = proofRule(question);
  const { reason, citation, regime } = rule;
  const ways = (demand.ways ?? []).map((way) => ({ way, missing: way.filter((kind) => !held.includes(kind)) }));
  return {
    right: question.right,
    level: demand.level,
    reason,
    citation,
    regime,
    raised: isRaised(demand, rule),
    ways: ways.toSorted((one, other) => one.missing.length - other.missing.length),
    ask: askable(question, demand),
    standing: standingOf(question, demand, held),
  };
}

function standingOf({ relation }: ProofQuestion, demand: Demand, held: readonly ProofKind[]): Standing {
  if (demand.level === 0) return "none_needed";
  if (isSatisfied(demand, held, relation)) return "enough";
  return held.includes("contact_confirmed") ? "missing" : "address";
}

/** What the policy will want of a request that is not filed yet. */
export function explainRule(question: ProofQuestion): Explained {
  return explainDemand(question, demandOf(question), []);
}

type Explainable = Pick<RequestFacts, "proofs" | "received" | "rights" | "signals">;

/** What the person is told about each right: never more than `demandShown` lets them know (ATK-I1). */
export function explainToPerson(facts: Explainable): readonly Explained[] {
  return demandShown(facts).map((asked) => explainAsked(facts, asked));
}

/** What staff are told beside that: what was needed at the receipt, what raised it, and what the person reads meanwhile. */
export type StaffExplained = Explained & {
  /** The level at the receipt, before anything odd was known. */
  base: Level;
  raisedBy: readonly RiskSignal[];
  /** What the person is shown instead; null where they are shown the same. */
  shown: Explained | null;
};

export function explainToStaff(facts: Explainable): readonly StaffExplained[] {
  const toPerson = explainToPerson(facts);
  return facts.rights.map((asked, place) => {
    const base = facts.received.rights.find(({ right }) => right === asked.right) ?? asked;
    const shown = toPerson[place] as Explained;
    const more = isRaised(asked, base);
    const raisedBy = more ? facts.signals.filter((signal) => riskSignals[signal].raises) : [];
    return {
      ...explainAsked(facts, asked),
      base: base.level,
      raisedBy,
      shown: more && !isProven(facts, base) ? shown : null,
    };
  });
}

function explainAsked(facts: Explainable, asked: AskedRight): Explained {
  const { relation, regimes } = facts.received;
  return explainDemand({ right: asked.right, relation, regimes }, asked, kindsHeldBy(facts));
}

/** Right by right as one: those for which everything but the right is the same. In the order of the rights. */
export function sameExplained<One extends Explained>(explained: readonly One[]): readonly (readonly One[])[] {
  const groups = new Map<string, One[]>();
  for (const one of explained) {
    const key = JSON.stringify({ ...one, right: null });
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** The kinds that would bring some right nearer, those of the nearest way first. */
export function kindsThatHelp(explained: readonly Explained[]): readonly ProofKind[] {
  const short = explained.filter(({ standing }) => standing === "missing" || standing === "address");
  const missing = short.flatMap(({ ways }) => ways.map((one) => one.missing));
  return [...new Set(missing.toSorted((one, other) => one.length - other.length).flat())];
}

/** The kinds that may be asked for without a further reason, for any right that still lacks something. */
export function askableKinds(explained: readonly Explained[]): readonly ProofKind[] {
  const short = explained.filter(({ standing }) => standing === "missing" || standing === "address");
  return [...new Set(short.flatMap(({ ask }) => ask))];
}

const forAgents: readonly ProofKind[] = ["permission_signed", "confirmed_by_person"];

/** Could this kind say anything about somebody who asks like this? A power of attorney says nothing about the person. */
export function fitsRelation(kind: ProofKind, relation: Relation): boolean {
  if (forAgents.includes(kind)) return relation === "agent";
  return asksForOther(relation) || !authorityKinds.includes(kind);
}
