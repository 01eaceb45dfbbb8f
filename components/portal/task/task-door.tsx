import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Mistakes } from "@/lib/forms/kept-values";

type TaskDoorProps = { slug: string; organisation: string; sent: "code" | "link" | null; mistakes: Mistakes };

/** The link lives: a code to the same mailbox, and the field for it. Looking at it uses nothing up. */
export function TaskDoor({ slug, organisation, sent, mistakes }: TaskDoorProps) {
  const t = useTranslations("portal.tasks");
  const again = sent === "code" || mistakes.code !== undefined;
  return (
    <>
      <Heading>{t("doorTitle")}</Heading>
      {sent === "code" ? (
        <Notice title={t("codeSentTitle")} announce>
          <p>{t("codeSent")}</p>
        </Notice>
      ) : (
        <p className="max-w-measure">{t("doorText", { organisation })}</p>
      )}
      {again ? <CodeField slug={slug} mistakes={mistakes} /> : null}
      <form method="post" action={`/${slug}/tasks/code`}>
        <Button wide variant={again ? "secondary" : "primary"}>
          {again ? t("codeAgain") : t("codeButton")}
        </Button>
      </form>
      {again ? null : <CodeField slug={slug} mistakes={mistakes} />}
    </>
  );
}

function CodeField({ slug, mistakes }: Pick<TaskDoorProps, "slug" | "mistakes">) {
  const t = useTranslations("portal.tasks");
  return (
    <form method="post" action={`/${slug}/tasks/enter`} className="flex flex-col gap-6" noValidate>
      <CodeInput name="code" label={t("code")} hint={t("codeHint")} length={8} mistake={mistakes.code} />
      <div>
        <Button wide>{t("open")}</Button>
      </div>
    </form>
  );
}

/** The link has run out: another one to the same mailbox. */
export function OldTaskLink({ slug, sent }: Pick<TaskDoorProps, "slug" | "sent">) {
  const t = useTranslations("portal.tasks");
  if (sent === "link") {
    return (
      <>
        <Heading>{t("linkSentTitle")}</Heading>
        <p className="max-w-measure">{t("linkSent")}</p>
      </>
    );
  }
  return (
    <>
      <Heading>{t("oldTitle")}</Heading>
      <p className="max-w-measure">{t("oldText")}</p>
      <form method="post" action={`/${slug}/tasks/link`}>
        <Button wide>{t("linkButton")}</Button>
      </form>
    </>
  );
}

/** Answered just now, or nothing that is open: what happens next, and whom to ask. */
export function TaskOver({ thanks, email }: { thanks: boolean; email: string }) {
  const t = useTranslations("portal.tasks");
  return (
    <>
      <Heading>{thanks ? t("thanksTitle") : t("overTitle")}</Heading>
      <p className="max-w-measure">{thanks ? t("thanksText") : t("overText", { email })}</p>
      {thanks ? <p className="max-w-measure text-quiet">{t("thanksDelete")}</p> : null}
    </>
  );
}
