import { useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { useWords } from "@/components/portal/words";
import { BulletList } from "@/components/ui/bullet-list";
import { Details } from "@/components/ui/details";
import type { Explained } from "@/lib/domain/proof-explanation";

/** "How we decide this": why this much, every way that is enough, and where the rule comes from. */
export function HowDecided({ explained, reason }: { explained: Explained; reason: boolean }) {
  const t = useTranslations("portal");
  const words = useWords();
  const { ways, citation, standing, raised } = explained;
  const real = ways.filter(({ way }) => way.length > 0);
  return (
    <Details summary={t("request.askedHow")}>
      <div className="flex flex-col gap-2">
        {reason ? <p>{raised ? words.raisedReason : words.proofReason(explained.reason)}</p> : null}
        {standing === "none_needed" || real.length === 0 ? null : (
          <>
            <p>{t("proofWays.enough")}</p>
            <BulletList items={real.map(({ way }) => words.way(way))} />
          </>
        )}
        <p className="text-quiet">
          {t("proofWays.source")} <Cited>{citation.text}</Cited>
        </p>
      </div>
    </Details>
  );
}
