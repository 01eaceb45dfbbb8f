import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { portalSlug } from "@/lib/web/portal-page";

export default async function PortalPageNotFound() {
  const t = await getTranslations("portal.missing");
  return (
    <Sheet>
      <ErrorState title={t("title")} actions={<Button href={`/${await portalSlug()}`}>{t("front")}</Button>}>
        <p>{t("text")}</p>
      </ErrorState>
    </Sheet>
  );
}
