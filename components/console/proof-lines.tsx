import { nameIn, type ShownRequest } from "@/components/console/shown-request";
import { calendarDayText } from "@/components/ui/calendar-day";
import { SummaryList } from "@/components/ui/summary-list";
import { type ProofEnd, type ProofLine, type ProofSource, proofHistory } from "@/lib/domain/proof-history";
import { proofKinds } from "@/lib/domain/verification";

const sources: Readonly<Record<Exclude<ProofSource, "staff">, string>> = {
  link: "by the link in a letter",
  code: "by a typed code",
  account: "by the organisation's own account",
  hand_over: "handed over by the organisation's account",
  sign_in: "by signing in",
  matching: "by matching data points",
  declaration: "signed by the person",
  recognised: "by the organisation's system",
  person_said: "said by the person",
};

const ends: Readonly<Record<ProofEnd, string>> = {
  rejected: "rejected",
  address_changed: "void: the address changed",
  person_denied: "void: the person denied it",
};

/** Every proof in the record: when, which, how it came; struck through with the reason where it counts no more. */
export function ProofLines({ view }: { view: ShownRequest }) {
  const lines = proofHistory(view.chain);
  if (lines.length === 0) return <p className="text-quiet">No proof is held yet.</p>;
  const nameOf = nameIn(view.names);
  return (
    <SummaryList
      rows={lines.map((line) => ({
        label: calendarDayText(line.on),
        value: <Line line={line} how={line.source === "staff" ? byStaff(line, nameOf) : sources[line.source]} />,
      }))}
    />
  );
}

function byStaff({ staffId }: ProofLine, nameOf: (staffId: string) => string): string {
  return staffId ? `checked by ${nameOf(staffId)}` : "checked by staff";
}

function Line({ line: { kind, ended }, how }: { line: ProofLine; how: string }) {
  const { words, level } = proofKinds[kind];
  if (!ended) {
    return (
      <>
        {words}{" "}
        <span className="text-quiet">
          · {how} · level {level}
        </span>
      </>
    );
  }
  return (
    <>
      <s className="text-quiet">
        {words} · {how}
      </s>{" "}
      <span className="font-semibold">
        {ends[ended.why]}, {calendarDayText(ended.on)}
      </span>
    </>
  );
}
