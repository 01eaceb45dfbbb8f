import { useTranslations } from "next-intl";
import { useWords } from "@/components/portal/words";
import { BulletList } from "@/components/ui/bullet-list";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { waysToCome } from "@/lib/domain/proof-choices";
import { proofRule } from "@/lib/domain/proof-policy";
import type { RegimeId } from "@/lib/domain/regime";
import type { Right } from "@/lib/domain/right";
import type { Relation, Way } from "@/lib/domain/verification";

type ProofReasonsProps = {
  rights: readonly Right[];
  relation: Relation;
  regimes: readonly RegimeId[];
  identity: OrganisationProfile["identity"];
};

/** What will be checked, why and how, once for each reason. Said before anything is sent. */
export function ProofReasons({ rights, relation, regimes, identity }: ProofReasonsProps) {
  const words = useWords();
  const reasons = new Map<string, { rights: Right[]; ways: readonly Way[] }>();
  for (const right of rights) {
    const question = { right, relation, regimes };
    const reason = words.proofReason(proofRule(question).reason);
    const before = reasons.get(reason);
    reasons.set(reason, {
      rights: [...(before?.rights ?? []), right],
      ways: before?.ways ?? waysToCome(identity, question),
    });
  }
  const all = [...reasons];
  if (all.length === 1) {
    const [[reason, { ways }] = ["", { ways: [] }]] = all;
    return (
      <p>
        {reason} <Ways ways={ways} />
      </p>
    );
  }
  const items = all.map(([reason, { rights: asked, ways }]) => (
    <span key={reason}>
      <span className="text-quiet">{asked.map((right) => words.rights[right].name).join(", ")}:</span> {reason}{" "}
      <Ways ways={ways} />
    </span>
  ));
  return <BulletList items={items} />;
}

function Ways({ ways }: { ways: readonly Way[] }) {
  const t = useTranslations("portal.proof");
  const words = useWords();
  if (ways.length === 0) return null;
  return (
    <>
      {t("ways", { ways: ways.map(words.way).join(`; ${t("waysOr")} `) })} {t("waysWrite")}
    </>
  );
}
