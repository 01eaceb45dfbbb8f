import { BulletList } from "@/components/ui/bullet-list";
import type { Right } from "@/lib/domain/right";
import { rightWords } from "@/lib/domain/right-words";
import { levelReason, type Relation } from "@/lib/domain/verification";

/** What will be checked and why, once for each reason. */
export function ProofReasons({ rights, relation }: { rights: readonly Right[]; relation: Relation }) {
  const reasons = new Map<string, Right[]>();
  for (const right of rights) {
    const reason = levelReason(right, relation);
    reasons.set(reason, [...(reasons.get(reason) ?? []), right]);
  }
  const [only] = reasons.keys();
  if (reasons.size === 1) return <p>{only}</p>;
  const items = [...reasons].map(([reason, asked]) => (
    <span key={reason}>
      <span className="text-quiet">{asked.map((right) => rightWords[right].name).join(", ")}:</span> {reason}
    </span>
  ));
  return <BulletList items={items} />;
}
