import { useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { useWords } from "@/components/portal/words";
import { BulletList } from "@/components/ui/bullet-list";
import { Section } from "@/components/ui/section";
import type { RightOutcome } from "@/lib/domain/events";
import { lawOf } from "@/lib/domain/laws";
import type { RegimeId } from "@/lib/domain/regime";

type RefusalDutiesProps = { regimes: readonly RegimeId[]; outcomes: readonly RightOutcome[] };

/** What each law makes a refusal tell, so that the person can see whether ours did (GDPR Art. 12(4) and its siblings). */
export function RefusalDuties({ regimes, outcomes }: RefusalDutiesProps) {
  const t = useTranslations("portal.request");
  const words = useWords();
  if (outcomes.every(({ outcome }) => outcome === "granted")) return null;
  const laws: readonly RegimeId[] = regimes.length > 0 ? regimes : ["contract_30d"];
  return (
    <Section title={t("duties")} id="duties">
      <p className="max-w-measure">{t("dutiesText")}</p>
      {laws.map((law) => (
        <div key={law} className="flex flex-col gap-1">
          <h3 className="font-semibold">{t("unhappyLaw", { law: words.law(law) })}</h3>
          <BulletList items={lawOf(law).refusal.mustSay.map((point) => words.refusalPoint(point))} />
          {law === "contract_30d" ? null : (
            <p className="text-quiet">
              <Cited>{lawOf(law).refusal.citation.text}</Cited>
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}
