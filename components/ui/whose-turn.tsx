import type { ReactNode } from "react";
import { type Tone, ToneMark } from "@/components/ui/state-tag";

type WhoseTurnProps = {
  /** "With us now", "Waiting for you", "Answered": who has the ball. */
  title: ReactNode;
  tone?: Tone;
  /** "answer due Mon 4 January 2027". */
  due?: ReactNode;
  /** What the person has to do, or that there is nothing to do. */
  children?: ReactNode;
};

const marks: Record<Tone, string> = {
  "on-time": "text-on-time",
  soon: "text-soon",
  late: "text-late",
  stopped: "text-stopped",
  done: "text-quiet",
  plain: "text-accent-text",
};

/** Where a request is, without a progress bar: lives of requests are no straight lines. */
export function WhoseTurn({ title, tone = "plain", due, children }: WhoseTurnProps) {
  return (
    <div className="border-t-2 border-ink pt-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-lead">
        <span className="inline-flex items-baseline gap-2 font-semibold">
          <span className={marks[tone]}>
            <ToneMark tone={tone} />
          </span>
          {title}
        </span>
        {due ? <span className="figures text-quiet">{due}</span> : null}
      </p>
      {children ? <div className="mt-1 max-w-measure">{children}</div> : null}
    </div>
  );
}
