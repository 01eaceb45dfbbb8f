import { useLocale, useTranslations } from "next-intl";
import { ClockSum } from "@/components/portal/clock-sum";
import { portalDay } from "@/components/portal/portal-day";
import type { WordsOf } from "@/components/portal/words";
import { Section } from "@/components/ui/section";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { RecordedEvent } from "@/lib/domain/events";
import type { State } from "@/lib/domain/lifecycle";
import type { PersonRequest } from "@/lib/queries/person-request";

/** Events the person is told of. What staff do among themselves is not here; it is in the record all the same. */
const told = [
  "RequestReceived",
  "ContactConfirmed",
  "ReminderSent",
  "RequestLapsed",
  "RequestWithdrawn",
  "MessageReceived",
  "MessageSent",
  "WorkBegun",
  "ProofAsked",
  "ProofAccepted",
  "ProofRejected",
  "ClarificationAsked",
  "WorkResumed",
  "DeadlineExtended",
  "AnswerReleased",
  "RequestClosed",
  "AnswerCollected",
  "OverdueEscalated",
  "FilesDestroyed",
] as const;
type Told = (typeof told)[number];

type Coming = "confirm" | "work" | "reply" | "answer";
const coming: Readonly<Record<State, readonly Coming[]>> = {
  unconfirmed: ["confirm", "work", "answer"],
  open: ["work", "answer"],
  in_progress: ["answer"],
  waiting_for_person: ["reply", "answer"],
  answer_prepared: ["answer"],
  answered: [],
  closed: [],
  withdrawn: [],
  lapsed: [],
};

/** What happened and what comes, with dates, and the sum behind the due date. */
export function History({ request }: { request: PersonRequest }) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const { facts, chain, clock } = request;
  const happened = chain.flatMap((recorded): TimelineEntry[] => {
    const type = told.find((one) => one === recorded.event.type);
    return type ? [entryOf(type, recorded, { t, language })] : [];
  });
  const next = coming[facts.state].map(
    (step, index): TimelineEntry => ({
      what: t(`upcoming.${step}`),
      when: step === "answer" && clock.dueOn ? t("upcoming.answerBy", { day: portalDay(clock.dueOn, language) }) : null,
      state: index === 0 ? "now" : "next",
    }),
  );
  return (
    <Section title={t("history")} id="history">
      <Timeline entries={[...happened, ...next]} words={{ now: t("now"), next: t("next") }} />
      <ClockSum clocks={clock.clocks} workTo={clock.workTo} />
    </Section>
  );
}

type Saying = { t: WordsOf<"portal.request">; language: string };

function entryOf(type: Told, { event, day }: RecordedEvent, { t, language }: Saying): TimelineEntry {
  const to = event.type === "DeadlineExtended" ? portalDay(event.to, language) : "";
  return {
    what: t(`events.${type}`, { day: to, kind: event.type === "FilesDestroyed" ? event.kind : "" }),
    when: portalDay(day, language),
    dateTime: day,
    detail: event.type === "ProofAccepted" ? t(`proofKind.${event.kind}`) : undefined,
  };
}
