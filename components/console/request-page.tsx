import { Presence } from "@/components/console/presence/presence";
import { RequestAnswers } from "@/components/console/request-answers";
import { RequestChecklist } from "@/components/console/request-checklist";
import { RequestClocks } from "@/components/console/request-clocks";
import { RequestContests } from "@/components/console/request-contests";
import { RequestFactsList } from "@/components/console/request-facts";
import { RequestLetters } from "@/components/console/request-letters";
import { RequestPlan } from "@/components/console/request-plan";
import { RequestProofs } from "@/components/console/request-proofs";
import { RequestSide } from "@/components/console/request-side";
import { RequestSignals } from "@/components/console/request-signals";
import { RequestSystems } from "@/components/console/request-systems";
import { RequestTasks } from "@/components/console/request-tasks";
import { RequestThread } from "@/components/console/request-thread";
import { RequestTimeline } from "@/components/console/request-timeline";
import { rightList } from "@/components/console/right-names";
import type { ShownRequest } from "@/components/console/shown-request";
import { stateWords } from "@/components/console/state-words";
import { isStaffStep, stepWords } from "@/components/console/step-words";
import { TaskDone } from "@/components/console/task-standing";
import { UndeliveredNotice } from "@/components/console/undelivered-notice";
import { TwoColumns } from "@/components/shell/two-columns";
import { BackLink } from "@/components/ui/back-link";
import { calendarDayText } from "@/components/ui/calendar-day";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { Notice } from "@/components/ui/notice";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { placeName } from "@/lib/domain/places";
import { undeliveredLetters } from "@/lib/domain/undelivered-letters";

type RequestPageProps = {
  view: ShownRequest;
  profile: OrganisationProfile;
  /** Who else has it open, in sentences. */
  here: readonly string[];
  /** It belongs to another organisation than the one whose queue is open. */
  elsewhere: boolean;
  /** The step that was just taken. */
  done: string | null;
  /** The request that it was taken on, where the next one of the list is shown now. */
  doneOn: string | null;
  /** That step was taken on the last one of the list. */
  listDone: boolean;
  /** What was wrong with a form that stands on this page. */
  mistakes: Mistakes;
};

/** One request: what it is, what to do, and the record under it. */
export function RequestPage(props: RequestPageProps) {
  const { view, profile, here, elsewhere, done, doneOn, listDone, mistakes } = props;
  const { facts, reference } = view;
  const { country, region } = facts.received;
  const rights = facts.rights.map(({ right }) => right);
  return (
    <TwoColumns
      side={<RequestSide view={view} soonDays={profile.dueSoonDays} />}
      head={
        <>
          <ErrorSummary mistakes={mistakes} order={["ask"]} />
          <BackLink href={view.from ?? "/console"}>Requests</BackLink>
          <TaskDone done={done} />
          {done && isStaffStep(done) ? (
            <Notice
              tone="success"
              announce
              title={`Done: ${stepWords[done].name.toLowerCase()}${doneOn ? `, on ${doneOn}` : ""}`}
            >
              <p>{doneOn ? "This is the next one of your list." : stepWords[done].effect}</p>
              {listDone ? <p>That was the last one of your list.</p> : null}
            </Notice>
          ) : null}
          <UndeliveredNotice letters={facts.purgedOn ? [] : undeliveredLetters(view.chain)} />
          {facts.purgedOn ? (
            <Notice title={`Data destroyed on ${calendarDayText(facts.purgedOn)}`}>
              <p>
                Its time was over. What is left names nobody: what was asked, under which law, when, what became of it,
                and the record.
              </p>
            </Notice>
          ) : null}
          <Heading
            over={
              <>
                <span className="figures tracking-wide">{reference}</span> ·{" "}
                {elsewhere ? <strong className="font-semibold text-ink">{profile.name}</strong> : profile.name} ·{" "}
                {stateWords[facts.state]}
              </>
            }
          >
            {rightList(rights)} · {placeName(country, region)}
          </Heading>
          <Presence reference={reference} activity="" here={here} />
        </>
      }
    >
      <RequestFactsList view={view} profile={profile} />
      <RequestProofs view={view} />
      <RequestSignals view={view} />
      <RequestContests view={view} />
      <RequestClocks view={view} />
      <RequestSystems view={view} profile={profile} />
      <RequestPlan view={view} />
      <RequestTasks view={view} profile={profile} mistakes={mistakes} />
      <RequestChecklist view={view} />
      <RequestAnswers view={view} />
      <RequestThread view={view} organisation={profile.name} timeZone={profile.timeZone} />
      <RequestLetters view={view} timeZone={profile.timeZone} />
      <RequestTimeline view={view} timeZone={profile.timeZone} />
    </TwoColumns>
  );
}
