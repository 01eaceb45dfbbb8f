import { useTranslations } from "next-intl";
import { BulletList } from "@/components/ui/bullet-list";
import type { PaperKind } from "@/lib/domain/papers";

/** What has to be readable, what to cover, and what becomes of the paper. */
export function PaperAdvice({ kind, days }: { kind: PaperKind; days: number }) {
  const t = useTranslations("portal.papers");
  return (
    <div className="flex max-w-measure flex-col gap-4">
      <p>{t(`what.${kind}`)}</p>
      <h2 className="text-h3 font-semibold">{t("coverTitle")}</h2>
      <p>{t(`cover_advice.${kind}`)}</p>
      <h2 className="text-h3 font-semibold">{t("becomesTitle")}</h2>
      <BulletList items={[t("becomesSealed"), t("becomesSeen"), t("becomesGone", { days })]} />
    </div>
  );
}
