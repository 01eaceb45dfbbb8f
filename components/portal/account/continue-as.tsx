import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Sheet } from "@/components/ui/sheet";

type ContinueAsProps = {
  slug: string;
  /** Masked: whoever looks over a shoulder learns no address. */
  address: string;
  /** The browser holds the account already; otherwise the button is what takes it. */
  proven: boolean;
};

/** One button on, and one for whoever finds somebody else's account here. */
export function ContinueAs({ slug, address, proven }: ContinueAsProps) {
  const t = useTranslations("portal.account");
  return (
    <Sheet>
      <Heading lead={t("continueText")}>{t("continueTitle", { address })}</Heading>
      {proven ? (
        <div>
          <Button href={`/${slug}/ask`} icon="arrow" wide>
            {t("continue")}
          </Button>
        </div>
      ) : (
        <form method="post" action={`/${slug}/account/continue`}>
          <Button icon="arrow" wide>
            {t("continue")}
          </Button>
        </form>
      )}
      <form method="post" action={`/${slug}/account/forget`} className="flex flex-col gap-2">
        <p className="max-w-measure text-quiet">{t("notMeText")}</p>
        <div>
          <Button variant="quiet">{t("notMe")}</Button>
        </div>
      </form>
    </Sheet>
  );
}
