import type { ReactNode } from "react";

export type TimelineEntry = {
  /** What happened, in a sentence: "We received your request". */
  what: ReactNode;
  /** When, in words; and the machine-readable form for <time>. */
  when?: ReactNode;
  dateTime?: string;
  who?: ReactNode;
  detail?: ReactNode;
  /** `next` has not happened yet: hollow, and said by `nextWord`. */
  state?: "done" | "now" | "next";
};

type TimelineProps = { entries: readonly TimelineEntry[]; words?: { now: string; next: string } };

const english = { now: "Now", next: "Not yet" };

/** What happened and what comes, in order. Shape and word tell them apart, not colour. */
export function Timeline({ entries, words = english }: TimelineProps) {
  return (
    <ol className="flex flex-col">
      {entries.map((entry, index) => {
        const { state = "done" } = entry;
        const last = index === entries.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, in this order
          <li key={index} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3">
            <span aria-hidden="true" className="flex flex-col items-center">
              <span className="flex h-(--lead-body) items-center">
                <Mark state={state} />
              </span>
              {last ? null : <span className="-my-1 w-px grow bg-line-strong" />}
            </span>
            <div className={last ? "" : "pb-4"}>
              <p>
                <span className={state === "next" ? "text-quiet" : "font-semibold"}>{entry.what}</span>
                {state === "done" ? null : <span className="text-quiet"> · {words[state]}</span>}
              </p>
              {entry.when || entry.who ? (
                <p className="figures text-small text-quiet">
                  {entry.when ? <time dateTime={entry.dateTime}>{entry.when}</time> : null}
                  {entry.when && entry.who ? " · " : null}
                  {entry.who}
                </p>
              ) : null}
              {entry.detail ? <div className="mt-1 max-w-measure">{entry.detail}</div> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Mark({ state }: { state: "done" | "now" | "next" }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
      {state === "done" ? <circle cx="6" cy="6" r="5" className="fill-ink" /> : null}
      {state === "next" ? (
        <circle cx="6" cy="6" r="4.25" className="fill-paper stroke-line-strong" strokeWidth="1.5" />
      ) : null}
      {state === "now" ? (
        <>
          <circle cx="6" cy="6" r="5" className="fill-paper stroke-accent" strokeWidth="1.5" />
          <circle cx="6" cy="6" r="2.5" className="fill-accent" />
        </>
      ) : null}
    </svg>
  );
}
