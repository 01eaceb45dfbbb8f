import { useTranslations } from "next-intl";
import { InsetText } from "@/components/ui/inset-text";
import { TextLink } from "@/components/ui/text-link";

type KnownAccountProps = { slug: string /** Masked. */; address: string };

/** Beside a question, for whoever came from their account: we know that it is you, and how to say that it is not. */
export function KnownAccount({ slug, address }: KnownAccountProps) {
  const t = useTranslations("portal.account");
  return (
    <InsetText>
      <p>
        {t("known", { address })} <TextLink href={`/${slug}/account`}>{t("knownNot")}</TextLink>
      </p>
    </InsetText>
  );
}
