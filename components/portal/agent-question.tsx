import { useLocale, useTranslations } from "next-intl";
import { CodeBesideLink } from "@/components/portal/code-beside-link";
import { portalDay } from "@/components/portal/portal-day";
import { useWords } from "@/components/portal/words";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import type { Mistakes } from "@/lib/forms/kept-values";
import type { AgentAsking } from "@/lib/queries/agent-asking";

type AgentQuestionProps = { slug: string; organisation: string; asking: AgentAsking; mistakes: Mistakes };

/** Who asks, for what, in whose name; and two answers of the same weight, each with what it means (11 CCR §7004). */
export function AgentQuestion({ slug, organisation, asking, mistakes }: AgentQuestionProps) {
  const t = useTranslations("portal.agent");
  const words = useWords();
  const language = useLocale();
  const { agent, person, rights, receivedOn, reference, mayAuthorise, mayDisown } = asking;
  if (!mayDisown) {
    return (
      <>
        <Heading>{t("overTitle")}</Heading>
        <p className="max-w-measure">{t("overText")}</p>
      </>
    );
  }
  return (
    <>
      <Heading lead={t("lead", { organisation })}>{t("title", { agent })}</Heading>
      <SummaryList
        rows={[
          { label: t("who"), value: t("whoNamed", { agent }) },
          { label: t("forWhom"), value: person },
          {
            label: t("what"),
            value: (
              <ul>
                {rights.map((right) => (
                  <li key={right}>{words.rights[right].name}</li>
                ))}
              </ul>
            ),
          },
          { label: t("since"), value: portalDay(receivedOn, language) },
          { label: t("reference"), value: reference },
        ]}
      />
      <form method="post" action={`/${slug}/agent/answer`} className="flex flex-col gap-6" noValidate>
        <CodeBesideLink mistake={mistakes.code} />
        {mayAuthorise ? (
          <div className="flex flex-col gap-2">
            <p className="max-w-measure">{t("yesText", { agent })}</p>
            <div>
              <Button name="answer" value="yes" variant="secondary" wide>
                {t("yes")}
              </Button>
            </div>
          </div>
        ) : null}
        <div className="flex flex-col gap-2">
          <p className="max-w-measure">{t("noText")}</p>
          <div>
            <Button name="answer" value="no" variant="secondary" wide>
              {t("no")}
            </Button>
          </div>
        </div>
      </form>
      <p className="max-w-measure text-quiet">{t("later")}</p>
    </>
  );
}

/** After the answer, or where the link gives none any more. */
export function AgentSaid({ slug, said, email }: { slug: string; said: "yes" | "no" | "dead"; email: string }) {
  const t = useTranslations("portal.agent");
  if (said === "dead") {
    return (
      <>
        <Heading>{t("deadTitle")}</Heading>
        <p className="max-w-measure">{t("deadText", { email })}</p>
      </>
    );
  }
  const yes = said === "yes";
  return (
    <>
      <Heading>{t("thanks")}</Heading>
      <Notice tone="success" title={t(yes ? "saidYes" : "saidNo")} announce>
        <p>{yes ? t("saidYesText", { email }) : t("saidNoText")}</p>
      </Notice>
      {yes ? null : (
        <div>
          <Button href={`/${slug}/ask`} variant="secondary">
            {t("askOwn")}
          </Button>
        </div>
      )}
    </>
  );
}
