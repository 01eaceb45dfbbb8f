import { ProofWays } from "@/components/console/proof-ways";
import { rightNames } from "@/components/console/right-names";
import { StandingTag } from "@/components/console/standing-tag";
import { Details } from "@/components/ui/details";
import type { Explained, StaffExplained } from "@/lib/domain/proof-explanation";
import { proofReasonWords } from "@/lib/domain/proof-policy";
import { riskSignals } from "@/lib/domain/risk-signals";
import { levelNames } from "@/lib/domain/verification";

/** What some rights need: the level and why, every way with what is held, what raised it, what the person reads. */
export function ProofNeeded({ group }: { group: readonly StaffExplained[] }) {
  const [one] = group;
  if (!one) return null;
  const { level, base, reason, citation, raisedBy, shown, standing } = one;
  return (
    <li className="flex flex-col gap-1 border-b border-line py-(--cell)">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <strong className="font-semibold">{group.map(({ right }) => rightNames[right]).join(", ")}</strong>
        <StandingTag standing={standing} />
      </p>
      <p className="max-w-measure">
        <span className="font-semibold">
          Level {level}, {levelNames[level]}
        </span>
        {level > base ? ` (raised from ${base})` : ""}. {proofReasonWords(reason)}{" "}
        <span className="text-quiet">
          {citation.text}
          {citation.read ? "" : " [K]"}
        </span>
      </p>
      {raisedBy.length > 0 ? (
        <p className="max-w-measure">
          Raised because: {raisedBy.map((signal) => riskSignals[signal].words.toLowerCase()).join("; ")}.
        </p>
      ) : null}
      <WaysTo one={one} />
      {shown ? (
        <p className="max-w-measure text-quiet">
          The person still reads{" "}
          {shown.level < level
            ? `level ${shown.level}, ${levelNames[shown.level]}`
            : "that a sign-in to their account is enough alone"}
          . They learn that more is needed once they have shown that: before, it would tell a stranger that the name is
          known.
        </p>
      ) : null}
    </li>
  );
}

function WaysTo({ one: { ways, standing } }: { one: Explained }) {
  const whole = ways.filter(({ missing }) => missing.length === 0);
  const real = ways.filter(({ way }) => way.length > 0);
  if (standing === "none_needed" || real.length === 0) return null;
  if (standing === "enough") {
    return (
      <>
        <ProofWays ways={whole} />
        {real.length > whole.length ? (
          <Details summary="Other ways that would have done">
            <ProofWays ways={real.filter((way) => !whole.includes(way))} />
          </Details>
        ) : null}
      </>
    );
  }
  return (
    <>
      <p className="text-quiet">{real.length > 1 ? "Any one line is enough:" : "Needed:"}</p>
      <ProofWays ways={real} />
    </>
  );
}
