import { useTranslations } from "next-intl";
import { ShownAnew } from "@/components/portal/open/shown-anew";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { Section } from "@/components/ui/section";
import type { Mistakes } from "@/lib/forms/kept-values";
import type { DeliveryDoor } from "@/lib/queries/delivery-door";

/** First the button that sends a code, then the field for it. Whoever has the code already needs no second one. */
export function CodeByMail({ page, door, mistakes }: { page: string; door: DeliveryDoor; mistakes: Mistakes }) {
  const t = useTranslations("portal.open");
  const { fresh, codeAsked, codeIsEnough } = door;
  if (fresh.includes("code")) return <ShownAnew title={t("codeTitle")} id="by-mail" />;
  return (
    <Section title={t("codeTitle")} id="by-mail">
      {codeAsked ? (
        <form method="post" action={`${page}/open/prove`} className="flex flex-col gap-6" noValidate>
          <CodeInput name="code" label={t("code")} hint={t("codeHint")} length={8} mistake={mistakes.code} />
          <div>
            <Button wide>{codeIsEnough ? t("button") : t("go")}</Button>
          </div>
        </form>
      ) : (
        <p className="max-w-measure">{t("codeText")}</p>
      )}
      <form method="post" action={`${page}/open/send`} className="flex flex-col gap-3">
        {codeAsked ? <p className="max-w-measure text-quiet">{t("codeNothing")}</p> : null}
        <div>
          <Button variant={codeAsked ? "secondary" : "primary"} wide>
            {codeAsked ? t("sendAgain") : t("send")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
