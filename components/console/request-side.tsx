import { absenceWords } from "@/components/console/absence-words";
import { contestNames } from "@/components/console/request-contests";
import { nameIn, type ShownRequest } from "@/components/console/shown-request";
import { waitingWords } from "@/components/console/state-words";
import { StepPost } from "@/components/console/step-post";
import { isStaffStep, type StaffStep, staffSteps, stepWords } from "@/components/console/step-words";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { Details } from "@/components/ui/details";
import { DueDate } from "@/components/ui/due-date";
import { StateTag } from "@/components/ui/state-tag";
import { openContests } from "@/lib/domain/contest";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import { waitingOn } from "@/lib/domain/request";
import { proofStanding } from "@/lib/domain/request-proofs";
import { isSnoozed } from "@/lib/domain/snooze";
import { withList } from "@/lib/forms/carried-list";

// Nothing has to be typed or read first: the button is the step.
const atOnce: ReadonlySet<StaffStep> = new Set<StaffStep>(["begin", "resume", "close", "wake"]);
// These have their forms on the page itself.
const onPage: ReadonlySet<StaffStep> = new Set<StaffStep>(["message", "note", "tick_item"]);

// Closed because nothing is there to undo: no reader misses them.
const unsaid: ReadonlySet<StaffStep> = new Set<StaffStep>(["wake", "unlink_request", "tick_item"]);

function hasSomething(step: StaffStep, { facts }: ShownRequest): boolean {
  return step !== "unlink_request" || facts.links.length > 0;
}

// Nobody has to read why these are closed where nothing is contested.
const aboutContests: ReadonlySet<StaffStep> = new Set<StaffStep>([
  "acknowledge_contest",
  "extend_contest",
  "decide_contest",
  "reverse_answer",
]);

// Nor why there is nothing to erase where nobody asked for it.
const aboutErasure: ReadonlySet<StaffStep> = new Set<StaffStep>(["plan_erasure", "release_plan", "return_plan"]);

/** What to do now: the next legal step, the other open ones, and the closed ones with the reason why. */
export function RequestSide({ view, soonDays }: { view: ShownRequest; soonDays: number }) {
  const known = staffSteps.flatMap((step) => {
    const found = view.steps.find((one) => one.step === step);
    return found ? [{ step, refusal: found.refusal }] : [];
  });
  const primary = view.primary && isStaffStep(view.primary) ? view.primary : null;
  const primaryRefusal = known.find(({ step }) => step === primary)?.refusal ?? null;
  const others = known.filter(
    ({ step, refusal }) => refusal === null && step !== primary && !onPage.has(step) && hasSomething(step, view),
  );
  const erasing = view.facts.rights.some(({ right }) => right === "erasure");
  const contested = openContests(view.facts).length > 0;
  const closed = known.filter(
    ({ step, refusal }) =>
      refusal !== null &&
      step !== primary &&
      !unsaid.has(step) &&
      (contested || !aboutContests.has(step)) &&
      (erasing || !aboutErasure.has(step)),
  );
  return (
    <>
      <Standing view={view} soonDays={soonDays} />
      {primary ? <StepButton step={primary} view={view} refusal={primaryRefusal} primary /> : <NoStep view={view} />}
      {others.length > 0 ? (
        <div className="flex flex-col gap-2">
          {others.map(({ step }) => (
            <StepButton key={step} step={step} view={view} refusal={null} />
          ))}
        </div>
      ) : null}
      {closed.length > 0 ? (
        <Details summary={`Closed steps (${closed.length})`}>
          <ul className="flex flex-col gap-2 text-small">
            {closed.map(({ step, refusal }) => (
              <li key={step}>
                <span className="font-semibold">{stepWords[step].name}</span>
                <span className="block text-quiet">{refusal ? refusals[refusal] : ""}</span>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

function Standing({ view, soonDays }: { view: ShownRequest; soonDays: number }) {
  const { facts, clock, today } = view;
  const over = waitingOn(facts.state) === "nobody";
  const owner = facts.assignedTo ? nameIn(view.names)(facts.assignedTo) : "nobody";
  return (
    <div className="flex flex-col gap-1">
      {over ? (
        <StateTag tone="done">no answer owed any more</StateTag>
      ) : clock.dueOn ? (
        <span className="text-lead">
          <DueDate due={clock.dueOn} today={today} soonDays={soonDays} layout="stacked" />
        </span>
      ) : (
        <StateTag tone="stopped">clock stopped</StateTag>
      )}
      <ContestsDue view={view} soonDays={soonDays} />
      <p className="text-small text-quiet">
        Waiting for: {waitingWords(facts.state, proofStanding(facts))}
        <br />
        Owner: {owner}
        {view.ownerAway ? `, ${absenceWords(view.ownerAway)}` : ""}
        {facts.internalOn ? (
          <>
            <br />
            Our own date: {calendarDayText(facts.internalOn)}
            {facts.internalOn < today ? ", over" : ""}
          </>
        ) : null}
        {isSnoozed(facts.snooze, today) ? (
          <>
            <br />
            Snoozed until {calendarDayText(facts.snooze.until)}
            {facts.snooze.wakeOnReply ? ", or until the person writes" : ""}
          </>
        ) : null}
      </p>
    </div>
  );
}

/** What is said against us has its own day, also beside a request that ended. */
function ContestsDue({ view, soonDays }: { view: ShownRequest; soonDays: number }) {
  return view.clock.contests.map(({ contest, workOn }) =>
    workOn ? (
      <p key={contest.seq} className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{contestNames[contest.kind]}</span>
        <DueDate due={workOn} today={view.today} soonDays={soonDays} />
      </p>
    ) : null,
  );
}

type StepButtonProps = { step: StaffStep; view: ShownRequest; refusal: Refusal | null; primary?: boolean };

function StepButton({ step, view, refusal, primary }: StepButtonProps) {
  const { name } = stepWords[step];
  const variant = primary ? "primary" : "secondary";
  if (refusal) {
    return (
      <Button wide="always" closedBecause={refusals[refusal]}>
        {name}
      </Button>
    );
  }
  if (atOnce.has(step)) {
    return (
      <StepPost step={step} view={view}>
        <Button wide="always" variant={variant}>
          {name}
        </Button>
      </StepPost>
    );
  }
  return (
    <Button
      wide="always"
      variant={variant}
      href={withList(`/console/requests/${view.reference}/steps/${step}`, view.from)}
    >
      {name}
    </Button>
  );
}

function NoStep({ view }: { view: ShownRequest }) {
  const words = {
    person: "Nothing to do for us now: the person has the ball.",
    organisation: "The next step belongs to another role.",
    nobody: "Nothing is left to do.",
  }[waitingOn(view.facts.state)];
  return <p className="text-small text-quiet">{words}</p>;
}
