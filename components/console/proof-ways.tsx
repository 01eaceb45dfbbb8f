import { ToneMark } from "@/components/ui/state-tag";
import type { WayStanding } from "@/lib/domain/proof-explanation";
import { proofKinds } from "@/lib/domain/verification";

/** Each way on a line of its own: what is held with a tick, what is missing with a ring, joined by a plus. */
export function ProofWays({ ways }: { ways: readonly WayStanding[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {ways.map(({ way, missing }) => (
        <li key={way.join()} className="flex flex-wrap items-baseline gap-x-2">
          {way.map((kind, place) => {
            const held = !missing.includes(kind);
            return (
              <span key={kind} className="inline-flex items-baseline gap-[0.45em]">
                {place > 0 ? <span className="text-quiet">+</span> : null}
                <span className={held ? "text-on-time" : "text-quiet"}>
                  <ToneMark tone={held ? "done" : "plain"} />
                </span>
                <span>
                  {proofKinds[kind].words}
                  <span className="text-quiet">{held ? " · held" : ""}</span>
                </span>
              </span>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
