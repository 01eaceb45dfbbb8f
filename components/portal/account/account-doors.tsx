import { useTranslations } from "next-intl";
import { OwnWords } from "@/components/portal/own-words";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { OrganisationProfile } from "@/lib/domain/organisation";

type AccountDoorsProps = { slug: string; profile: OrganisationProfile };

/** The ways from an account that this organisation has: its own settings page, and signing in from here. */
export function AccountDoors({ slug, profile }: AccountDoorsProps) {
  const t = useTranslations("portal.account");
  const { signIn, handOver } = profile.identity;
  const { accountSettings } = profile.contacts;
  return (
    <>
      {handOver ? (
        <p className="max-w-measure">
          {accountSettings
            ? t.rich("fromSettings", {
                text: () => (
                  <TextLink href={accountSettings.url}>
                    <OwnWords profile={profile}>{accountSettings.text}</OwnWords>
                  </TextLink>
                ),
              })
            : t("fromSettingsPlain")}
        </p>
      ) : null}
      {signIn ? (
        <div>
          <Button href={`/${slug}/account/sign-in`} icon="arrow" wide>
            {t("signIn")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
