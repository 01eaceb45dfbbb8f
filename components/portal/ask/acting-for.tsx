import { useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { agentRule, estateRule, freeOf, neverDemanded } from "@/lib/domain/acting-for";
import { identityRules } from "@/lib/domain/identity-rules";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { RegimeId } from "@/lib/domain/regime";
import type { Right } from "@/lib/domain/right";
import { childTold } from "@/lib/forms/intake-child";
import type { Intake } from "@/lib/forms/intake-question";
import { one } from "@/lib/forms/kept-values";

type ActingForProps = {
  profile: OrganisationProfile;
  intake: Intake;
  regimes: readonly RegimeId[];
  /** Once they are chosen: some need no proof, of whomever. */
  rights?: readonly Right[];
};

/** What whoever asks for somebody else must know of the law of the place, and what happens next. Nothing for others. */
export function ActingFor(props: ActingForProps) {
  const t = useTranslations("portal.acting");
  const { profile, intake, regimes } = props;
  const { under, rule } = profile.child;
  const told = childTold(intake);
  switch (one(intake.values, "relation")) {
    case "agent":
      return <Agent {...props} />;
    case "guardian": {
      const words = told === "care" ? "care" : rule === "delete_on_contact" ? "delete" : "verify";
      const law = identityRules[regimes[0] ?? "contract_30d"].guardian;
      return <Said source={law.text}>{t(`guardian.${words}`, { name: profile.name, under })}</Said>;
    }
    case "executor": {
      const { knows, citation } = estateRule(regimes);
      return <Said source={citation.text}>{t(`executor.${knows}`)}</Said>;
    }
    default:
      return told === "self" ? (
        <p>{t("self", { under, rule: rule === "delete_on_contact" ? "delete" : "verify" })}</p>
      ) : null;
  }
}

function Agent({ regimes, rights = [] }: ActingForProps) {
  const t = useTranslations("portal.acting");
  const free = freeOf(rights);
  if (free === "all") return <p>{t("agent.free")}</p>;
  const { rule, citation } = agentRule(regimes);
  return (
    <>
      <Said source={citation.text}>{t(`agent.${rule}`, { demand: neverDemanded(regimes) })}</Said>
      {free === "some" ? <p>{t("agent.partly_free")}</p> : null}
    </>
  );
}

function Said({ source, children }: { source: string; children: string }) {
  const t = useTranslations("portal.acting");
  return (
    <>
      <p>{children}</p>
      <p className="text-small text-quiet">
        {t("source")} <Cited>{source}</Cited>
      </p>
    </>
  );
}
