import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";

/** The receipt to keep, and the way out for those at a computer that others use. */
export function SaveAndLeave({ page }: { page: string }) {
  const t = useTranslations("portal.request");
  return (
    <Section title={t("save")} id="save">
      <p className="flex flex-wrap gap-x-6">
        <TextLink href={`${page}/receipt`} alone>
          {t("saveReceipt")}
        </TextLink>
        <TextLink href={`${page}/receipt.json`} alone download>
          {t("saveJson")}
        </TextLink>
      </p>
      <p className="max-w-measure">
        {t("print")} {t("leaveText")}
      </p>
      <form method="post" action={`${page}/leave`}>
        <Button variant="secondary" wide>
          {t("leave")}
        </Button>
      </form>
    </Section>
  );
}
