import { useTranslations } from "next-intl";
import { KnownAccount } from "@/components/portal/account/known-account";
import { ChildField, YoungField } from "@/components/portal/ask/child-fields";
import { ContactFields } from "@/components/portal/ask/contact-fields";
import { DetailFields } from "@/components/portal/ask/detail-fields";
import { PlaceField, RegionField } from "@/components/portal/ask/place-fields";
import type { QuestionProps } from "@/components/portal/ask/question-props";
import { questionTitle } from "@/components/portal/ask/question-title";
import { RightsField, UnsureFields } from "@/components/portal/ask/rights-fields";
import { AuthorityField, WhoField } from "@/components/portal/ask/who-fields";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { maskedAddress } from "@/lib/domain/mail-address";
import { namesOn } from "@/lib/forms/intake-schemas";

/** One question on its page: what it is, why it is asked, one way on. */
export function QuestionForm(props: QuestionProps) {
  const t = useTranslations("portal");
  const { slug, question, mistakes, back, account } = props;
  const speaksOfPerson = question === "who" || question === "contact";
  return (
    <OneQuestion
      back={<BackLink href={back}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={namesOn(question)} title={t("common.problem")} />}
    >
      <form method="post" action={`/${slug}/ask/${question}/answer`} className="flex flex-col gap-8" noValidate>
        {account && speaksOfPerson ? <KnownAccount slug={slug} address={maskedAddress(account.email)} /> : null}
        <Fields {...props} title={questionTitle(question, props.intake, t)} />
        <div>
          <Button wide>{t("common.continue")}</Button>
        </div>
      </form>
    </OneQuestion>
  );
}

function Fields(props: QuestionProps & { title: string }) {
  const { question } = props;
  switch (question) {
    case "who":
      return <WhoField {...props} />;
    case "child":
      return <ChildField {...props} />;
    case "young":
      return <YoungField {...props} />;
    case "authority":
      return <AuthorityField {...props} />;
    case "place":
      return <PlaceField {...props} />;
    case "region":
      return <RegionField {...props} />;
    case "rights":
      return <RightsField {...props} />;
    case "unsure":
      return <UnsureFields {...props} />;
    case "contact":
      return <ContactFields {...props} />;
    default:
      return <DetailFields {...props} right={question} />;
  }
}
