import { CampaignList } from "@/components/console/reports/campaign-list";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { TextArea } from "@/components/ui/text-area";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type DelayRule, delayDate } from "@/lib/domain/delay-dates";
import type { Language } from "@/lib/domain/language";
import { delayReasons, reasonField } from "@/lib/forms/delay-campaign";
import { one, type Typed } from "@/lib/forms/kept-values";
import type { AwaitingRow } from "@/lib/queries/delay-campaign";

type LetterWords = Readonly<Record<"title" | "late" | "until" | "noExtension", string>>;
type CampaignPageProps = {
  campaign: string;
  waiting: { rows: readonly AwaitingRow[]; more: boolean };
  rule: DelayRule;
  today: CalendarDate;
  letters: Readonly<Record<Language, LetterWords>>;
  typed: Typed | null;
  mistakes: Mistakes;
};

const languageNames: Readonly<Record<Language, string>> = { en: "English", de: "German" };
const locales: Readonly<Record<Language, string>> = { en: "en-GB", de: "de" };

/** Everything that will be sent, before anything is: the days, the reason, the letter, and to whom. */
export function CampaignPage(props: CampaignPageProps) {
  const { campaign, waiting, rule, today, letters, typed, mistakes } = props;
  const { rows, more } = waiting;
  if (rows.length === 0) {
    return (
      <div className="flex flex-col gap-6">
        <BackLink href="/console/reports/overdue">Overdue</BackLink>
        <Heading>Write to all overdue</Heading>
        <EmptyState title="Nobody waits for such a letter">
          Late requests whose person knows no day that lies ahead stand here.
        </EmptyState>
      </div>
    );
  }
  const spoken = [...new Set(rows.map(({ language }) => language))].sort().reverse();
  return (
    <div className="flex flex-col gap-6">
      <BackLink href="/console/reports/overdue">Overdue</BackLink>
      <ErrorSummary mistakes={mistakes} />
      <Heading lead="Each person gets one letter with a day of their own. It says that the answer is late; it is no extension, and no date of law moves.">
        Write to all overdue
      </Heading>
      <Rule rule={rule} />
      <form method="post" action="/console/reports/overdue/campaign/send" noValidate className="flex flex-col gap-6">
        <input type="hidden" name="campaign" value={typed ? one(typed, "campaign") || campaign : campaign} />
        {spoken.map((language) => (
          <div key={language} className="flex flex-col gap-3">
            <input type="hidden" name="language" value={language} />
            <TextArea
              name={reasonField(language)}
              label={`Reason, in ${languageNames[language]}`}
              hint="Everybody who reads this language finds exactly this on their page."
              rows={4}
              defaultValue={typed ? one(typed, reasonField(language)) : delayReasons[language]}
              mistake={mistakes[reasonField(language)]}
            />
            <Details summary={`The letter, in ${languageNames[language]}`}>
              <Letter words={letters[language]} first={firstOf(rows, language, rule)} language={language} />
            </Details>
          </div>
        ))}
        <CampaignList {...{ rows, rule, typed, today }} mistake={mistakes.reference} />
        {more ? (
          <p className="max-w-measure text-quiet">
            These are the {rows.length} that are late longest. Others wait; write to these first, and the next ones
            stand here.
          </p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <Button>Write to those who are ticked</Button>
          <Button variant="quiet" href="/console/reports/overdue">
            Cancel
          </Button>
        </div>
      </form>
    </div>
  );
}

/** Fills in the days below anew. Sends nothing. */
function Rule({ rule }: { rule: DelayRule }) {
  const look = "min-h-8 rounded border border-line-strong bg-raised px-2 hover:border-ink";
  return (
    <form
      method="get"
      action="/console/reports/overdue/campaign"
      aria-label="How the days are filled in"
      className="flex flex-wrap items-end gap-4 border-y border-line py-4"
    >
      <span className="flex flex-col gap-1">
        <label htmlFor="rule-from">First day</label>
        <input id="rule-from" name="from" type="date" defaultValue={rule.from} className={look} />
      </span>
      <span className="flex flex-col gap-1">
        <label htmlFor="rule-week">Answers a week</label>
        <input
          id="rule-week"
          name="perWeek"
          inputMode="numeric"
          defaultValue={rule.perWeek}
          className={`${look} figures w-20`}
        />
      </span>
      <Button variant="secondary">Fill in the days</Button>
      <p className="max-w-measure text-small text-quiet">
        The longest late first: so many by the first day, as many by the same day of each week after it. Every day can
        be changed below.
      </p>
    </form>
  );
}

function firstOf(rows: readonly AwaitingRow[], language: Language, rule: DelayRule) {
  const place = rows.findIndex((row) => row.language === language);
  return { due: rows[place]?.dueOn, until: delayDate(rule, place) };
}

type LetterProps = { words: LetterWords; first: { due?: CalendarDate; until: CalendarDate }; language: Language };

function Letter({ words, first, language }: LetterProps) {
  const day = (of: CalendarDate) => calendarDayText(of, locales[language], "long");
  return (
    <div lang={language} className="flex max-w-measure flex-col gap-3 font-serif">
      <p className="font-semibold">{words.title}</p>
      {first.due ? <p>{words.late.replace("{due}", day(first.due))}</p> : null}
      <p>{words.until.replace("{until}", day(first.until))}</p>
      <p>{words.noExtension}</p>
      <p className="text-small text-quiet" lang="en">
        Then the link to their page, how the date that was due is counted, and where they can complain.
      </p>
    </div>
  );
}
