import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InsetText } from "@/components/ui/inset-text";
import type { AccountWorth } from "@/lib/domain/account";

type KnownProofProps = {
  /** `otherName`: the account's, where the request is in another name. */
  account: { worth: AccountWorth; otherName: string | null };
  /** What will be checked of whoever has no such account. */
  children: ReactNode;
};

/** What is left to prove for somebody who came from their account: nothing, who they are, or all of it. */
export function KnownProof({ account: { worth, otherName }, children }: KnownProofProps) {
  const t = useTranslations("portal.account");
  if (worth === "nothing") return children;
  if (worth === "person") return <p>{t("checkProof")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p>{t("checkAddress")}</p>
      {otherName ? (
        <InsetText>
          <p>{t("checkOther", { name: otherName })}</p>
        </InsetText>
      ) : null}
      {children}
    </div>
  );
}
