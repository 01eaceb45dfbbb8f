import { channelWords } from "@/components/console/event-sentence";
import { ContestLines, ContestWords } from "@/components/console/request-contests";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { calendarDayText } from "@/components/ui/calendar-day";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { SummaryList } from "@/components/ui/summary-list";
import { TextArea } from "@/components/ui/text-area";
import { isWrittenTo, needsNewAnswer } from "@/lib/domain/contest";
import { type ContestClock, mostUrgent } from "@/lib/domain/contest-clock";
import { spokenChannels } from "@/lib/domain/events";
import { lawOf } from "@/lib/domain/laws";
import { refusalPoints } from "@/lib/domain/refusal-points";

type ContestStep = "acknowledge_contest" | "extend_contest" | "decide_contest" | "reverse_answer";

const words = {
  extend_contest: {
    label: "Reason",
    hint: "The person reads exactly this. It must be about this case.",
  },
  decide_contest: {
    label: "Reasons",
    hint: "The person reads exactly this on their page. The letter names the authority that they can turn to now.",
  },
  reverse_answer: {
    label: "Reasons",
    hint: "The person reads exactly this: what was wrong, and what happens next.",
  },
} as const;

/** The contest that is due first: what it says, by when, and what the step needs. */
export function ContestFields({ step, view, typed, mistakes }: StepProps & { step: ContestStep }) {
  const clock = mostUrgent(view.clock.contests);
  if (!clock) return null;
  const { contest } = clock;
  return (
    <>
      <input type="hidden" name="contest" value={contest.kind} />
      <Due step={step} clock={clock} />
      <ContestWords view={view} seq={contest.seq} />
      <ContestLines clock={clock} open={step === "extend_contest"} />
      {step === "decide_contest" ? <Verdict view={view} clock={clock} typed={typed} mistakes={mistakes} /> : null}
      {step === "acknowledge_contest" ? (
        <Way view={view} typed={typed} mistakes={mistakes} />
      ) : (
        <TextArea
          name="words"
          {...words[step]}
          rows={8}
          defaultValue={typedText(typed, "words")}
          mistake={mistakes.words}
        />
      )}
    </>
  );
}

/** Where no address is proven no letter goes, and a word by telephone, post or in person is the confirmation. */
function Way({ view, typed, mistakes }: Omit<StepProps, "profile">) {
  const letter = { value: "letter", label: "By letter from here, now" };
  const spoken = spokenChannels.map((channel) => ({
    value: channel,
    label: `They were told ${channelWords[channel]}`,
  }));
  const written = isWrittenTo(view.facts);
  return (
    <Radios
      name="by"
      label="How they know"
      hint={written ? undefined : "No address of this person is proven, so no letter goes to it."}
      options={[...(written ? [letter] : []), ...spoken]}
      defaultValue={typedText(typed, "by") ?? (written ? "letter" : undefined)}
      mistake={mistakes.by}
    />
  );
}

function Due({ step, clock }: { step: ContestStep; clock: ContestClock }) {
  const { contest, acknowledgeBy, dueOn, workOn, workTo } = clock;
  const day = (on: typeof dueOn, none: string) => (on ? calendarDayText(on) : none);
  const asked = { label: `The ${contest.kind} arrived`, value: calendarDayText(contest.openedOn) };
  const own = workOn && acknowledgeBy === null ? `; our own day is ${calendarDayText(workOn)}` : "";
  const due = { label: "Decide by", value: day(dueOn, `no number of days in this law: without undue delay${own}`) };
  const more = {
    acknowledge_contest: [{ label: "Confirm by", value: day(acknowledgeBy, "no day in this law") }],
    extend_contest: [
      { label: "Last day to tell the person", value: day(workTo.extensionNoticeBy, "none") },
      { label: "New date", value: day(workTo.extendedRespondBy, "none") },
    ],
    decide_contest: [],
    reverse_answer: [{ label: "The new answer is due", value: day(dueOn, "as before: this law names no other day") }],
  }[step];
  return <SummaryList rows={[{ label: "Law", value: workTo.name }, asked, due, ...more]} />;
}

function Verdict({ view, clock, typed, mistakes }: Omit<StepProps, "profile"> & { clock: ContestClock }) {
  const { contest } = clock;
  const points = contest.regimes
    .flatMap((regime): readonly (keyof typeof refusalPoints)[] => lawOf(regime).refusal.mustSay)
    .filter((point) => point.startsWith("appeal_denied"));
  const duty = points.map((point) => <p key={point}>The law wants told, {refusalPoints[point]}.</p>);
  if (needsNewAnswer(view.facts, contest)) {
    return (
      <>
        <input type="hidden" name="outcome" value="denied" />
        <InsetText>
          <p>
            This says that our answer stands. If the person is right, reverse the answer instead: they get a new one.
          </p>
          {duty}
        </InsetText>
      </>
    );
  }
  return (
    <Radios
      name="outcome"
      label="Decision"
      options={[
        { value: "denied", label: "What we did stands" },
        { value: "granted", label: "The person is right, and no new answer is needed" },
      ]}
      defaultValue={typedText(typed, "outcome")}
      mistake={mistakes.outcome}
    />
  );
}
