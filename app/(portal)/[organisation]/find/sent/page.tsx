import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Heading } from "@/components/ui/heading";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { portalOf } from "@/lib/web/portal-page";

type Props = { params: Promise<{ organisation: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  return { title: t("common.titleAt", { title: t("find.sentTitle"), organisation: profile.name }) };
}

/** The same words for everybody. */
export default async function FindSentPage({ params }: Props) {
  const { slug, profile } = await portalOf(params);
  const t = await getTranslations("portal.find");
  return (
    <Sheet>
      <Heading>{t("sentTitle")}</Heading>
      <p className="max-w-measure">{t("sentText")}</p>
      <p className="max-w-measure">{t("sentSame")}</p>
      <p className="max-w-measure">{t("sentNothing", { email: profile.contacts.email })}</p>
      <p className="flex flex-wrap gap-x-6">
        <TextLink href={`/${slug}/confirm`} alone>
          {t("typeCode")}
        </TextLink>
        <TextLink href={`/${slug}/find`} alone>
          {t("again")}
        </TextLink>
      </p>
    </Sheet>
  );
}
