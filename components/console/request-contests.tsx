import { channelWords } from "@/components/console/event-sentence";
import { nameIn, type ShownRequest } from "@/components/console/shown-request";
import { calendarDayText } from "@/components/ui/calendar-day";
import { ClockLines } from "@/components/ui/clock-lines";
import { InsetText } from "@/components/ui/inset-text";
import { Section } from "@/components/ui/section";
import type { ContestClock } from "@/lib/domain/contest-clock";

export const contestNames = { appeal: "Appeal", grievance: "Grievance", complaint: "Complaint" } as const;
const outcomes = {
  denied: "what we did stands",
  granted: "the person was right",
  reversed: "the person was right, the answer is made anew",
} as const;

/** Appeals, grievances and complaints, the newest first, each with its clock and what the person wrote. */
export function RequestContests({ view }: { view: ShownRequest }) {
  const { contests } = view.clock;
  if (contests.length === 0) return null;
  return (
    <Section title="Appeals and complaints" id="contests" aside="each on a clock of its own">
      {[...contests].reverse().map((clock) => (
        <div key={clock.contest.seq} className="flex flex-col gap-2">
          <p>
            <span className="font-semibold">
              {contestNames[clock.contest.kind]} of {calendarDayText(clock.contest.openedOn)}
            </span>
            {cameBy(view, clock.contest.seq)}: {standingOf(clock)}
          </p>
          <ContestWords view={view} seq={clock.contest.seq} />
          <ContestLines clock={clock} open={clock.contest.decided === null} />
          <Decider view={view} clock={clock} />
        </div>
      ))}
    </Section>
  );
}

/** How staff heard of it; nothing where the person wrote it on their page. */
function cameBy({ chain }: ShownRequest, seq: number): string {
  const event = chain[seq - 1]?.event;
  return event?.type === "ContestEntered" ? `, ${channelWords[event.channel]}` : "";
}

function standingOf({ contest, acknowledgeBy, dueOn, workOn }: ContestClock): string {
  const { decided, acknowledgedOn, extension } = contest;
  if (decided) return `decided on ${calendarDayText(decided.on)}, ${outcomes[decided.outcome]}.`;
  const parts = [
    acknowledgeBy ? `confirm by ${calendarDayText(acknowledgeBy)} that it arrived` : "",
    acknowledgedOn ? `confirmed on ${calendarDayText(acknowledgedOn)}` : "",
    dueOn ? `decide by ${calendarDayText(dueOn)}${extension ? " (extended)" : ""}` : "decide without undue delay",
    !dueOn && !acknowledgeBy && workOn ? `our own day is ${calendarDayText(workOn)}` : "",
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

/** What the person wrote when they asked; nothing for whoever may not read it. */
export function ContestWords({ view, seq }: { view: ShownRequest; seq: number }) {
  const event = view.chain[seq - 1]?.event;
  const id = event?.type === "ContestOpened" || event?.type === "ContestEntered" ? event.messageId : null;
  const words = view.messages.find((message) => message.id === id)?.words;
  if (!words) return null;
  return (
    <InsetText>
      <p className="whitespace-pre-wrap">{words}</p>
    </InsetText>
  );
}

/** How the dates of a contest are counted. */
export function ContestLines({ clock, open }: { clock: ContestClock; open: boolean }) {
  return (
    <>
      {clock.clocks.map(({ regime, name, lines, ruleVersion }) => (
        <ClockLines
          key={regime}
          summary={`${name}: how this is counted`}
          open={open}
          lines={lines.map(({ text, citation, date, read }) => ({
            text,
            citation: read ? citation : `${citation} (not read at the source)`,
            date: date ? calendarDayText(date) : undefined,
          }))}
          note={`Rule version ${ruleVersion}.`}
        />
      ))}
    </>
  );
}

function Decider({ view, clock }: { view: ShownRequest; clock: ContestClock }) {
  const by = view.facts.answeredBy.map(nameIn(view.names));
  if (clock.contest.decided || by.length === 0) return null;
  return <p className="text-small text-quiet">Not decided by {by.join(" or ")}, who prepared or released an answer.</p>;
}
