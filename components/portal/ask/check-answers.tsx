import { useLocale, useTranslations } from "next-intl";
import { KnownProof } from "@/components/portal/account/known-proof";
import { ActingFor } from "@/components/portal/ask/acting-for";
import { useCheckRows } from "@/components/portal/ask/check-rows";
import { ClockSum } from "@/components/portal/clock-sum";
import { OwnWords } from "@/components/portal/own-words";
import { portalDay } from "@/components/portal/portal-day";
import { ProofReasons } from "@/components/portal/proof-reasons";
import { useWords } from "@/components/portal/words";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { AccountWorth } from "@/lib/domain/account";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { Relation } from "@/lib/domain/verification";
import { chosenRights } from "@/lib/forms/intake";
import type { ExpectedClock } from "@/lib/forms/intake-clock";
import type { Intake } from "@/lib/forms/intake-question";
import { type Mistakes, one } from "@/lib/forms/kept-values";

type CheckAnswersProps = {
  slug: string;
  profile: OrganisationProfile;
  intake: Intake;
  expected: ExpectedClock;
  /** What the account that the person came from shows of this; `otherName`: its name, where the request is in another. */
  account: { worth: AccountWorth; otherName: string | null };
  mistakes: Mistakes;
};

/** The last page before sending: every answer, the date and its sum, what will be checked. Sends only here (WCAG 3.3.4). */
export function CheckAnswers({ slug, profile, intake, expected, account, mistakes }: CheckAnswersProps) {
  const t = useTranslations("portal");
  const language = useLocale();
  const rows = useCheckRows(slug, profile, intake);
  const { values } = intake;
  const words = useWords();
  const applying = expected.clocks.map(({ regime }) => regime).filter((regime) => regime !== "contract_30d");
  const laws = [...new Set(applying)].map(words.law);
  const due = expected.dueOn ? <strong>{portalDay(expected.dueOn, language)}</strong> : t("ask.check.dueOpen");
  const regimes = expected.clocks.map(({ regime }) => regime);
  const relation = one(values, "relation") as Relation;
  const reasons = (
    <ProofReasons rights={chosenRights(intake)} relation={relation} regimes={regimes} identity={profile.identity} />
  );
  const wishes = one(values, "wish_words") !== "" || values.wishes !== undefined;
  return (
    <OneQuestion
      back={<BackLink href={`/${slug}/ask/contact`}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} title={t("common.problem")} />}
    >
      <div className="flex flex-col gap-6">
        <Heading lead={t("ask.check.lead")}>{t("ask.check.title")}</Heading>
        {wishes ? <p>{t("ask.check.fromUnsure")}</p> : null}
        <SummaryList changeWord={t("common.change")} rows={rows} />
        <SummaryList
          rows={[
            {
              label: t("ask.check.dueLabel"),
              value: (
                <>
                  {due}
                  <ClockSum clocks={expected.clocks} workTo={expected.workTo} />
                </>
              ),
            },
            { label: t("ask.check.law"), value: laws.length > 0 ? laws.join(", ") : t("ask.check.lawPromise") },
            { label: t("ask.check.proofLabel"), value: <KnownProof account={account}>{reasons}</KnownProof> },
          ]}
        />
        <ActingFor profile={profile} intake={intake} regimes={regimes} rights={chosenRights(intake)} />
        {one(values, "relation") === "guardian" ? (
          <p>
            <OwnWords profile={profile}>{profile.child.text}</OwnWords>
          </p>
        ) : null}
        <form method="post" action={`/${slug}/ask/send`} className="flex flex-col gap-3">
          <input type="hidden" name="filingKey" value={one(values, "filingKey")} />
          <div>
            <Button wide>{t("ask.check.send")}</Button>
          </div>
          <p className="text-quiet">{t("ask.check.sendHint")}</p>
        </form>
        <form method="post" action={`/${slug}/ask/clear`}>
          <Button variant="quiet">{t("ask.check.clear")}</Button>
        </form>
      </div>
    </OneQuestion>
  );
}
