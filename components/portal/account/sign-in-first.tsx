import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { BulletList } from "@/components/ui/bullet-list";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";

type SignInFirstProps = {
  /** The account's name in the organisation's own words. */
  children: ReactNode;
  back: string;
  title: string;
  text: string;
  /** Why it did not work a moment ago, as a sentence. */
  refused: string | null;
  /** Where the password is typed: the one thing that people can check against their address bar. */
  host: string;
  go: string;
  other: { href: string; words: string };
};

/** What will happen, where, what we learn, and a way on without it. */
export function SignInFirst({ children, back, title, text, refused, host, go, other }: SignInFirstProps) {
  const t = useTranslations("portal");
  return (
    <OneQuestion back={<BackLink href={back}>{t("common.back")}</BackLink>} summary={null}>
      <div className="flex flex-col gap-6">
        <Heading lead={text}>{title}</Heading>
        {refused ? <Notice tone="warning" title={refused} announce /> : null}
        <BulletList
          numbered
          items={[
            t.rich("account.stepGo", {
              account: () => children,
              host: () => <strong className="break-words">{host}</strong>,
            }),
            t("account.stepLearn"),
            t("account.stepBack"),
          ]}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button href={go} icon="forward" wide>
            {t("account.signIn")}
          </Button>
          <TextLink href={other.href} alone>
            {other.words}
          </TextLink>
        </div>
      </div>
    </OneQuestion>
  );
}
