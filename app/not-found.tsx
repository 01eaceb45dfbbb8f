import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalFrame } from "@/app/portal-frame";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { whereabouts } from "@/lib/web/portal-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.missing");
  return { title: t((await whereabouts()).request ? "requestTitle" : "title") };
}

/** One page for all that is missing: a request of somebody else, an old key and a reference that never was look alike. */
export default async function PageNotFound() {
  const t = await getTranslations("portal.missing");
  const { organisation, request } = await whereabouts();
  const front = organisation ? `/${organisation.slug}` : "/";
  return (
    <PortalFrame organisation={organisation}>
      <Sheet>
        {organisation && request ? (
          <ErrorState
            title={t("requestTitle")}
            actions={
              <Button wide href={`${front}/find`}>
                {t("link")}
              </Button>
            }
          >
            <p>{t("requestText")}</p>
            <p>{t("requestHow")}</p>
          </ErrorState>
        ) : (
          <ErrorState
            title={t("title")}
            actions={
              <Button wide href={front}>
                {t("front")}
              </Button>
            }
          >
            <p>{t("text")}</p>
          </ErrorState>
        )}
      </Sheet>
    </PortalFrame>
  );
}
