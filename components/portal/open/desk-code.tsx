import { useTranslations } from "next-intl";
import { ShownAnew } from "@/components/portal/open/shown-anew";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { Section } from "@/components/ui/section";
import type { DeliveryFactor } from "@/lib/domain/events";
import type { Mistakes } from "@/lib/forms/kept-values";

type DeskCodeProps = { page: string; fresh: readonly DeliveryFactor[]; mistakes: Mistakes };

/** A code that staff tell by a number or address that was on file before, and the way to ask for it. */
export function DeskCode({ page, fresh, mistakes }: DeskCodeProps) {
  const t = useTranslations("portal.open");
  if (fresh.includes("desk_code")) return <ShownAnew title={t("deskTitle")} id="by-telephone" />;
  return (
    <Section title={t("deskTitle")} id="by-telephone">
      <p className="max-w-measure">{t("deskText")}</p>
      <form method="post" action={`${page}/open/prove`} className="flex flex-col gap-6" noValidate>
        <CodeInput name="deskCode" label={t("desk")} hint={t("codeHint")} length={8} mistake={mistakes.deskCode} />
        <div>
          <Button variant="secondary" wide>
            {t("go")}
          </Button>
        </div>
      </form>
      <form method="post" action={`${page}/open/ask`} className="flex flex-col gap-3">
        <p className="max-w-measure text-quiet">{t("deskNone")}</p>
        <div>
          <Button variant="secondary" wide>
            {t("deskAsk")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
