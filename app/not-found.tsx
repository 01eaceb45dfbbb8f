import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/shell/portal-shell";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";

/** Outside of any organisation's portal. */
export default async function PageNotFound() {
  const t = await getTranslations("portal");
  return (
    <PortalShell
      organisation={{ name: t("desk.mark"), mark: "H", href: "/" }}
      words={{ skip: t("common.skip"), language: t("common.language") }}
      footer={{ help: { title: t("desk.help"), ways: [] }, small: t("desk.helpText") }}
    >
      <Sheet>
        <ErrorState title={t("missing.title")} actions={<Button href="/">{t("missing.front")}</Button>}>
          <p>{t("missing.text")}</p>
        </ErrorState>
      </Sheet>
    </PortalShell>
  );
}
