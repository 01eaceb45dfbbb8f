import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Sheet } from "@/components/ui/sheet";
import { portalOf } from "@/lib/web/portal-page";

export default async function LeftPage({ params }: { params: Promise<{ organisation: string }> }) {
  const { slug } = await portalOf(params);
  const t = await getTranslations("portal");
  return (
    <Sheet>
      <Heading>{t("left.title")}</Heading>
      <p className="max-w-measure">{t("left.text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button href={`/${slug}/find`} variant="secondary">
          {t("missing.link")}
        </Button>
      </div>
    </Sheet>
  );
}
