import { useLocale, useTranslations } from "next-intl";
import { ClockSum } from "@/components/portal/clock-sum";
import { portalDay, portalMoment } from "@/components/portal/portal-day";
import type { WordsOf } from "@/components/portal/words";
import { Section } from "@/components/ui/section";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { DomainEvent, RecordedEvent } from "@/lib/domain/events";
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
  "ProofShown",
  "AddressRecognised",
  "ProofReminded",
  "ProofLapsed",
  "AuthorityAsked",
  "AuthorityConfirmed",
  "AuthorityDenied",
  "AddressChangeAsked",
  "AddressChangeStopped",
  "AddressChanged",
  "DeliveryCodeGiven",
  "DeliveryProven",
  "ClarificationAsked",
  "WorkResumed",
  "DeadlineExtended",
  "ClockSettingsAdopted",
  "ErasurePlanReleased",
  "ErasureBegun",
  "DelayTold",
  "AnswerReleased",
  "RequestClosed",
  "AnswerCollected",
  "ContestOpened",
  "ContestEntered",
  "ContestAcknowledged",
  "ContestExtended",
  "ContestDecided",
  "AnswerReversed",
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

/** Where times are read: the zone that the reader chose, if any, and the one of the organisation. */
export type Zones = { chosen: string | null; own: string };

/** What happened and what comes, with dates, and the sum behind the due date. */
export function History({ request, zones }: { request: PersonRequest; zones: Zones }) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const { facts, chain, clock } = request;
  const happened = chain.flatMap((recorded): TimelineEntry[] => {
    const type = told.find((one) => one === recorded.event.type);
    return type ? [entryOf(type, recorded, { t, language, zone: zones.chosen })] : [];
  });
  const next = coming[facts.state].map(
    (step, index): TimelineEntry => ({
      what: t(`upcoming.${step}`),
      when: step === "answer" && clock.dueOn ? t("upcoming.answerBy", { day: portalDay(clock.dueOn, language) }) : null,
      state: index === 0 ? "now" : "next",
    }),
  );
  return (
    <Section title={t("history")} id="history" aside={zones.chosen ? t("times", { zone: zones.chosen }) : undefined}>
      <Timeline entries={[...happened, ...next]} words={{ now: t("now"), next: t("next") }} />
      {zones.chosen ? <p className="max-w-measure text-quiet">{t("timesNote", { zone: zones.own })}</p> : null}
      <ClockSum clocks={clock.clocks} workTo={clock.workTo} />
    </Section>
  );
}

type Saying = { t: WordsOf<"portal.request">; language: string; zone: string | null };

function entryOf(type: Told, { event, at, day }: RecordedEvent, { t, language, zone }: Saying): TimelineEntry {
  const when = portalMoment({ at, day }, language, zone);
  const told = dayToldIn(event);
  const to = told ? portalDay(told, language) : "";
  return {
    what: t(`events.${type}`, { day: to, kind: kindOf(event) }),
    when: when.text,
    dateTime: when.dateTime,
    detail: event.type === "ProofAccepted" || event.type === "ProofShown" ? t(`proofKind.${event.kind}`) : undefined,
  };
}

/** The day that the event is about, beside its own. */
function dayToldIn(event: DomainEvent): CalendarDate | null {
  switch (event.type) {
    case "DeadlineExtended":
    case "ContestExtended":
    case "ClockSettingsAdopted":
      return event.to;
    case "DelayTold":
      return event.newDate;
    case "ErasurePlanReleased":
      return event.effectsFrom;
    default:
      return null;
  }
}

// What else the sentence depends on.
function kindOf(event: DomainEvent): string {
  if (event.type === "ContactConfirmed") return event.by;
  if (event.type === "ContestOpened") return event.contest;
  if (event.type === "ContestDecided") return event.outcome;
  return event.type === "FilesDestroyed" ? event.kind : "";
}
