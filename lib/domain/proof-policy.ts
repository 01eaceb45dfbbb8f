// Decides how much proof a right needs and what counts as such: right × regime × relation × risk, as data with citations.
// Answers to GDPR Art. 12(6) and recital 64, EDPB 01/2022 §§58–81, 11 CCR §§7026–7027 and 7060–7063: the least that protects.

import { identityRules, specificPieces } from "./identity-rules";
import { type Citation, type Law, notRead } from "./law";
import { lawOf } from "./laws";
import type { RegimeId } from "./regime";
import type { Right } from "./right";
import {
  asksForOther,
  type Demand,
  type Level,
  ownLookUps,
  type ProofKind,
  proofKinds,
  type Relation,
  type Way,
} from "./verification";

type NoProof = NonNullable<Law["noProof"]>;

/** Why a right needs what it needs. */
export type ProofReason =
  | "forbidden"
  | "not_needed"
  | "contact_is_enough"
  | "hands_out"
  | "hands_out_high"
  | "agent"
  | "guardian"
  | "executor";

/** One line of the policy. `ask`: what may be asked for without further reason; `ways` also accepts what was offered. */
export type ProofRule = Required<Demand> & {
  reason: ProofReason;
  ask: readonly ProofKind[];
  citation: Citation;
  /** The law that the rule comes from; null where no law applies and ours does. */
  regime: RegimeId | null;
};

// California forbids it for opt-outs, Connecticut does without (`noProof` of the law); elsewhere we need none: nothing is
// handed out, the effect can be taken back, and an objection to marketing is absolute (GDPR Art. 21(3)).
const neverVerified: ReadonlySet<Right> = new Set<Right>([
  "marketing_objection",
  "opt_out_sale_sharing",
  "limit_sensitive",
  "opt_out_ai_training",
  "bias_report",
]);

// Nothing is disclosed and the effect can be taken back: a confirmed address is enough.
const contactIsEnough: ReadonlySet<Right> = new Set<Right>(["withdraw_consent", "objection"]);

/**
 * What answers this right is personal data itself. The others change or end something, and their answer only says that it
 * was done. Mirrored by `habeas_delivery_needed` in the database.
 */
export function handsOutData(right: Right): boolean {
  return specificPieces.includes(right);
}

export function isNeverVerified(right: Right): boolean {
  return neverVerified.has(right);
}

/**
 * Does one of these laws forbid asking who somebody is before this right is carried out? Of an agent it does not: there a
 * signed permission may be asked for (11 CCR §7026(j)), and we do without all the same.
 */
export function forbidsProof({ right, relation, regimes }: ProofQuestion): boolean {
  return proofRule({ right, relation, regimes }).reason === "forbidden";
}

// Of several laws the one that forbids speaks first: the other only does without.
function doingWithout(right: Right, regimes: readonly RegimeId[]): { regime: RegimeId; noProof: NoProof } | null {
  const found = regimes.flatMap((regime) => {
    const { noProof } = lawOf(regime);
    return noProof?.rights.includes(right) ? [{ regime, noProof }] : [];
  });
  return found.find(({ noProof }) => noProof.forbids) ?? found[0] ?? null;
}

// A document is accepted where somebody offers it, and asked for only with a reason: it is the last resort (EDPB §§73–79).
// Whether an address is on file is for us to look up (`ownLookUps`): it is a way, and nothing that a person is asked for.
const matched: readonly Way[] = [
  ["signed_in"],
  ["address_on_file"],
  ["data_points_matched"],
  ["three_points_matched"],
  ["document_checked"],
];
const matchedAsk: readonly ProofKind[] = ["signed_in", "data_points_matched"];

/** What this right needs of this person under this law. */
function ruleUnder(regime: RegimeId | null, right: Right, relation: Relation): ProofRule {
  const law = identityRules[regime ?? "contract_30d"];
  if (relation === "agent") return { level: 3, reason: "agent", regime, ...law.agent };
  if (relation === "guardian") return authority("guardian", law.guardian, regime);
  if (relation === "executor") return authority("executor", law.executor.citation, regime);
  const { citation } = law;
  if (contactIsEnough.has(right)) {
    return { level: 1, ways: [[]], ask: [], reason: "contact_is_enough", citation, regime };
  }
  if (law.high?.rights.includes(right)) {
    const { rights: _, ...high } = law.high;
    return { level: 3, reason: "hands_out_high", regime, ...high };
  }
  return { level: 2, ways: matched, ask: matchedAsk, reason: "hands_out", citation, regime };
}

function authority(reason: "guardian" | "executor", citation: Citation, regime: RegimeId | null): ProofRule {
  return { level: 3, ways: [["authority_checked"]], ask: ["authority_checked"], reason, citation, regime };
}

export type ProofQuestion = { right: Right; relation: Relation; regimes: readonly RegimeId[] };

/**
 * What this right needs. What the law forbids to verify is never verified; else the law that wants most decides, because
 * every one of them has to be kept, and among equals the first.
 */
export function proofRule({ right, relation, regimes }: ProofQuestion): ProofRule {
  if (neverVerified.has(right)) {
    const law = doingWithout(right, regimes);
    const reason = law?.noProof.forbids && relation !== "agent" ? "forbidden" : "not_needed";
    const citation = law?.noProof.citation ?? absolute(right, regimes) ?? promised;
    return { level: 0, ways: [[]], ask: [], reason, citation, regime: law?.regime ?? null };
  }
  const rules = regimes.map((regime) => ruleUnder(regime, right, relation));
  return rules.reduce(
    (most, rule) => (rule.level > most.level ? rule : most),
    rules[0] ?? ruleUnder(null, right, relation),
  );
}

const promised = notRead("nothing is handed out, and the organisation's own policy promises it");
const objections: Readonly<Partial<Record<RegimeId, Citation>>> = {
  eu_gdpr: notRead("GDPR Art. 21(2)–(3): absolute, nothing to weigh"),
  uk_gdpr: notRead("UK GDPR Art. 21(2)–(3): absolute, nothing to weigh"),
};

// Nobody is told of a law that does not protect them: where none of these applies, the promise is ours.
function absolute(right: Right, regimes: readonly RegimeId[]): Citation | null {
  if (right !== "marketing_objection") return null;
  return regimes.map((regime) => objections[regime]).find((citation) => citation !== undefined) ?? null;
}

/** What is written down with the request when it is filed. */
export function demandOf(question: ProofQuestion): Required<Demand> {
  const { level, ways } = proofRule(question);
  return { level, ways };
}

const raisedWays: readonly Way[] = [
  ["signed_in", "address_on_file"],
  ["signed_in", "data_points_matched"],
  ["address_on_file", "data_points_matched"],
  ["address_on_file", "three_points_matched"],
  ["document_checked"],
];
const raisedAsk: readonly ProofKind[] = ["signed_in", "data_points_matched", "document_checked"];

// An account that may have been taken over shows nothing alone: further proof belongs to it (11 CCR §7061(b)).
const besideTheAccount: readonly Way[] = [
  ["signed_in", "address_on_file"],
  ["signed_in", "data_points_matched"],
  ["signed_in", "three_points_matched"],
];

/**
 * The same demand where something about the request is odd (risk-signals.ts): two independent proofs, or a document. What
 * hands out or changes data on a single match is raised, and so is the account wherever it is enough alone. The rest cannot
 * be abused that way, or needs more already.
 */
export function raised<Asked extends Demand>(demand: Asked, relation: Relation): Asked | Required<Demand> {
  if (asksForOther(relation)) return demand;
  if (demand.level === 2) return { level: 3, ways: raisedWays };
  if (demand.level < 3 || !demand.ways?.some(accountAlone)) return demand;
  return { level: 3, ways: demand.ways.flatMap((way) => (accountAlone(way) ? besideTheAccount : [way])) };
}

function accountAlone(way: Way): boolean {
  return way.length === 1 && way[0] === "signed_in";
}

/** Does the first of these want more than the second did: a higher level, or more beside the account? */
export function isRaised(demand: Demand, from: Demand): boolean {
  if (demand.level > from.level) return true;
  return demand.ways?.some(accountAlone) === false && from.ways?.some(accountAlone) === true;
}

/** What may be asked for under this demand without giving a further reason. */
export function askable(question: ProofQuestion, demand: Demand): readonly ProofKind[] {
  const rule = proofRule(question);
  if (demand.level === 3 && rule.level === 2) return raisedAsk;
  return isRaised(demand, rule) ? [...rule.ask, "data_points_matched"] : rule.ask;
}

/**
 * Kinds that are never asked for, not even with a reason: what we look up ourselves, and a power of attorney. California
 * forbids to require that (11 CCR §7063(b)); elsewhere the person's own word does.
 */
export function mayBeAsked(kind: ProofKind): boolean {
  return !ownLookUps.has(kind) && kind !== "power_of_attorney";
}

/** The level a right needs before anything odd is known. */
export function levelNeeded(question: ProofQuestion): Level {
  return proofRule(question).level;
}

const reasonWords: Readonly<Record<ProofReason, string>> = {
  forbidden: "The law lets us ask only for what we need to do this, and not for proof that it is you.",
  not_needed: "We ask for no proof for this: nothing is handed out. We ask only for what we need to do it.",
  contact_is_enough: "Nothing is handed out, so confirming your address is enough.",
  hands_out:
    "This hands out or changes personal data, so we check that the address you confirmed is the one on file or match it another way.",
  hands_out_high:
    "This hands out everything we hold. The law of the place where you live wants us to be quite sure that it is you.",
  agent:
    "You ask for somebody else, so we check that they want you to. They tell us themselves, or you show us a power of attorney.",
  guardian:
    "You ask for a child or somebody in your care, so we check that you may act for them before we do anything.",
  executor: "You ask for somebody who died, so we check that you may act for their estate before we do anything.",
};

/** Why this level, in a sentence for the person and for the record. */
export function proofReasonWords(reason: ProofReason): string {
  return reasonWords[reason];
}

/** A way in words: "data points matched with what we hold + signed declaration". */
export function wayWords(way: Way): string {
  return way.map((kind) => proofKinds[kind].words.toLowerCase()).join(" + ");
}
