// Writes down the policy of proof law by law for docs/verification.md: what a lawyer looks up, equal lines once.
import { identityRules } from "@/lib/domain/identity-rules";
import { lawOf } from "@/lib/domain/laws";
import { type ProofReason, type ProofRule, proofRule, wayWords } from "@/lib/domain/proof-policy";
import { type RegimeId, regimeIds } from "@/lib/domain/regime";
import { type Right, rights } from "@/lib/domain/right";
import { levelNames, proofKinds, type Relation, relations } from "@/lib/domain/verification";
import { marked, table } from "./markdown-table";

/** One line: these rights, asked for by these, under one law. */
export type PolicyLine = { rights: readonly Right[]; relations: readonly Relation[]; rule: ProofRule };

const reasons: Readonly<Record<ProofReason, string>> = {
  forbidden: "the law forbids to verify it",
  not_needed: "nothing is handed out, and it can be taken back",
  contact_is_enough: "nothing is handed out, and it can be taken back",
  hands_out: "hands out or changes personal data",
  hands_out_high: "hands out everything that is held",
  agent: "somebody else asks: the person has to want it",
  guardian: "somebody else asks: authority is shown first",
  executor: "somebody else asks: authority is shown first",
};

/** Under this law, every right and relation in exactly one line. */
export function policyLines(regime: RegimeId): readonly PolicyLine[] {
  const lines = new Map<string, { rights: Right[]; relations: Relation[]; rule: ProofRule }>();
  // A right first meets all who ask alike, so that a line is always every right of it times everybody of it.
  for (const right of rights) {
    for (const [key, asking] of alike(regime, right)) {
      const line = lines.get(key) ?? { ...asking, rights: [] };
      line.rights.push(right);
      lines.set(key, line);
    }
  }
  // Who asks for themselves stands first, what needs least at the top of each half.
  const order = ({ relations: by, rule }: PolicyLine) => (by.includes("self") ? 0 : 10) + rule.level;
  return [...lines.values()].toSorted((one, other) => order(one) - order(other));
}

function alike(regime: RegimeId, right: Right): Map<string, { relations: Relation[]; rule: ProofRule }> {
  const byRule = new Map<string, { relations: Relation[]; rule: ProofRule }>();
  for (const relation of relations) {
    const rule = proofRule({ right, relation, regimes: [regime] });
    const key = JSON.stringify(rule);
    byRule.set(key, { rule, relations: [...(byRule.get(key)?.relations ?? []), relation] });
  }
  return new Map([...byRule.values()].map((one) => [JSON.stringify(one), one]));
}

export const policyHead = ["Right", "Asked by", "Level", "Enough is", "Asked for without a reason", "Why", "Source"];

/** The generated half of the page that goes law by law. */
export function verificationTables(): string {
  return [
    "## Law by law",
    "Where several laws apply to one request, the one that wants most decides; what one of them forbids to verify is never verified.",
    ...regimeIds.flatMap((regime) => [
      `### ${lawOf(regime).name} (\`${regime}\`)`,
      table(policyHead, policyLines(regime).map(policyRow)),
    ]),
  ].join("\n\n");
}

/** The cells of one line, in the order of `policyHead`. */
export function policyRow({ rights: asked, relations: by, rule }: PolicyLine): string[] {
  return [
    asked.map(named).join(", "),
    by.length === relations.length ? "anybody" : by.map(named).join(", "),
    `${rule.level} · ${levelNames[rule.level]}`,
    rule.level === 0 ? "–" : rule.ways.map((way) => wayWords(way) || "the confirmed address").join("; *or* "),
    rule.ask.map((kind) => proofKinds[kind].words.toLowerCase()).join("; ") || "–",
    reasons[rule.reason] + deadWords(rule),
    marked([rule.citation]),
  ];
}

const knowsTheDead = {
  yes: "; this law names who may ask",
  national: "; this law leaves it to others",
  unknown: "; this law knows nobody who may ask for the dead",
} as const;

function deadWords({ reason, regime }: ProofRule): string {
  return reason === "executor" && regime ? knowsTheDead[identityRules[regime].executor.knows] : "";
}

function named(code: Right | Relation): string {
  return code.replaceAll("_", " ");
}
