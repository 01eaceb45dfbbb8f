import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** How a thing stands with its clock. `plain` has no urgency of its own; `done` is over. */
export type Tone = "on-time" | "soon" | "late" | "stopped" | "done" | "plain";

const colours: Record<Tone, string> = {
  "on-time": "text-on-time",
  soon: "text-soon",
  late: "text-late",
  stopped: "text-stopped",
  done: "text-quiet",
  plain: "text-ink",
};
const grounds: Record<Tone, string> = {
  "on-time": "bg-on-time-soft",
  soon: "bg-soon-soft",
  late: "bg-late-soft",
  stopped: "bg-stopped-soft",
  done: "bg-sunken",
  plain: "bg-sunken",
};

// Each shape reads without its colour: full disc, half disc, triangle, pause bars, tick, ring.
const shapes: Record<Tone, ReactNode> = {
  "on-time": <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  soon: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  late: <path d="M6 .8 11.6 11H.4z" fill="currentColor" />,
  stopped: <path d="M2.5 1.5h2.6v9H2.5zM6.9 1.5h2.6v9H6.9z" fill="currentColor" />,
  done: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  plain: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

export function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="size-[0.7em] shrink-0" focusable="false">
      {shapes[tone]}
    </svg>
  );
}

/** Shape, word and colour together. `bare` leaves out the ground: for tables and running text. */
export function StateTag({ tone, children, bare }: { tone: Tone; children: ReactNode; bare?: boolean }) {
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-[0.45em] font-semibold",
        colours[tone],
        !bare && "rounded px-[0.55em] py-[0.08em] print:border print:border-line-strong print:px-1",
        !bare && grounds[tone],
      )}
    >
      <ToneMark tone={tone} />
      <span>{children}</span>
    </span>
  );
}
