import { useWords } from "@/components/portal/words";
import { BulletList } from "@/components/ui/bullet-list";
import { proofRule } from "@/lib/domain/proof-policy";
import type { RegimeId } from "@/lib/domain/regime";
import type { Right } from "@/lib/domain/right";
import type { Relation } from "@/lib/domain/verification";

type ProofReasonsProps = { rights: readonly Right[]; relation: Relation; regimes: readonly RegimeId[] };

/** What will be checked and why, once for each reason. */
export function ProofReasons({ rights, relation, regimes }: ProofReasonsProps) {
  const words = useWords();
  const reasons = new Map<string, Right[]>();
  for (const right of rights) {
    const reason = words.proofReason(proofRule({ right, relation, regimes }).reason);
    reasons.set(reason, [...(reasons.get(reason) ?? []), right]);
  }
  const [only] = reasons.keys();
  if (reasons.size === 1) return <p>{only}</p>;
  const items = [...reasons].map(([reason, asked]) => (
    <span key={reason}>
      <span className="text-quiet">{asked.map((right) => words.rights[right].name).join(", ")}:</span> {reason}
    </span>
  ));
  return <BulletList items={items} />;
}
