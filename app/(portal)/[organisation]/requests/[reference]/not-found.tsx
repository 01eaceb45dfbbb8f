import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { portalSlug } from "@/lib/web/portal-page";

/** The same page for a request of somebody else, an old key and a reference that never was. */
export default async function RequestNotHere() {
  const t = await getTranslations("portal.missing");
  const slug = await portalSlug();
  return (
    <Sheet>
      <ErrorState title={t("requestTitle")} actions={<Button href={`/${slug}/find`}>{t("link")}</Button>}>
        <p>{t("requestText")}</p>
        <p>{t("requestHow")}</p>
      </ErrorState>
    </Sheet>
  );
}
