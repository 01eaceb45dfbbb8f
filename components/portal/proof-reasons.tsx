import { useTranslations } from "next-intl";
import { HowDecided } from "@/components/portal/proof-ways";
import { useWords } from "@/components/portal/words";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { waysToCome } from "@/lib/domain/proof-choices";
import { explainRule, sameExplained } from "@/lib/domain/proof-explanation";
import type { RegimeId } from "@/lib/domain/regime";
import type { Right } from "@/lib/domain/right";
import type { Relation, Way } from "@/lib/domain/verification";

type ProofReasonsProps = {
  rights: readonly Right[];
  relation: Relation;
  regimes: readonly RegimeId[];
  identity: OrganisationProfile["identity"];
};

/** What will be checked and why, once for each reason; behind it the ways that are enough and the rule's source. */
export function ProofReasons({ rights, relation, regimes, identity }: ProofReasonsProps) {
  const words = useWords();
  const groups = sameExplained(rights.map((right) => explainRule({ right, relation, regimes })));
  return (
    <ul className="flex flex-col gap-3">
      {groups.map((group) => (
        <li key={group.map(({ right }) => right).join()}>
          {groups.length > 1 ? (
            <p className="text-quiet">{group.map(({ right }) => words.rights[right].name).join(", ")}</p>
          ) : null}
          {group.slice(0, 1).map((one) => (
            <div key={one.right}>
              <p>
                {words.proofReason(one.reason)}{" "}
                <Ways ways={waysToCome(identity, { right: one.right, relation, regimes })} />
              </p>
              <HowDecided explained={one} reason={false} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The ways that this organisation can offer, in words. */
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
