import { ProofWays } from "@/components/console/proof-ways";
import { rightNames } from "@/components/console/right-names";
import { StandingTag } from "@/components/console/standing-tag";
import { InsetText } from "@/components/ui/inset-text";
import { type StaffExplained, sameExplained } from "@/lib/domain/proof-explanation";
import { levelNames } from "@/lib/domain/verification";

/** Above the form of a step about proof: what is needed, how it stands, and the lines that would do. */
export function ProofStanding({ explained }: { explained: readonly StaffExplained[] }) {
  return (
    <InsetText>
      <ul className="flex flex-col gap-3">
        {sameExplained(explained).map((group) => (
          <li key={group.map(({ right }) => right).join()}>
            {group.slice(0, 1).map(({ level, standing, ways }) => (
              <div key={level} className="flex flex-col gap-1">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <strong className="font-semibold">{group.map(({ right }) => rightNames[right]).join(", ")}</strong>
                  <span className="text-quiet">
                    level {level}, {levelNames[level]}
                  </span>
                  <StandingTag standing={standing} />
                </p>
                {standing === "missing" || standing === "address" ? (
                  <ProofWays ways={ways.filter(({ way }) => way.length > 0)} />
                ) : null}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
