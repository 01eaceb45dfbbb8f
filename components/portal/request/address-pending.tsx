import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** While a new address waits to be confirmed: what that means, and the one press that ends it. */
export function AddressPending({ page }: { page: string }) {
  const t = useTranslations("portal.address");
  return (
    <Notice tone="warning" title={t("pendingTitle")}>
      <p>{t("pendingText")}</p>
      <form method="post" action={`${page}/address/stop`} className="mt-2">
        <Button variant="secondary" wide>
          {t("stop")}
        </Button>
      </form>
    </Notice>
  );
}
