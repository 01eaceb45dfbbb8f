import { useLocale, useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { erasesFrom } from "@/lib/domain/systems/erasure-effects";
import type { PersonRequest } from "@/lib/queries/person-request";

/** The last moment for changing one's mind: what is deleted cannot be brought back. */
export function ErasureAhead({ page, request }: { page: string; request: PersonRequest }) {
  const t = useTranslations("portal.erasure");
  const from = erasesFrom(request.facts);
  const begunOn = request.facts.plan?.begunOn ?? null;
  const language = useLocale();
  if (from) {
    return (
      <Notice title={t("ahead", { day: portalDay(from, language) })}>
        <p>
          {t("aheadMind")} <TextLink href={`${page}/withdraw`}>{t("aheadWithdraw")}</TextLink>
        </p>
      </Notice>
    );
  }
  if (begunOn === null || request.answer) return null;
  return (
    <Notice title={t("begun", { day: portalDay(begunOn, language) })}>
      <p>{t("begunText")}</p>
    </Notice>
  );
}
