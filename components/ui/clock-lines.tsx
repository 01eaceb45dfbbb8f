import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";

/** One line of the derivation: "one month · GDPR Art. 12(3)" → "Mon 4 Jan 2027". The last line is the result. */
export type ClockLine = { text: ReactNode; citation?: ReactNode; date?: ReactNode };

type ClockLinesProps = {
  lines: readonly ClockLine[];
  /** "How we count". Without it the lines stand open on the page. */
  summary?: ReactNode;
  open?: boolean;
  /** What kind of help this is: explanation of law, no advice. */
  note?: ReactNode;
};

/** How a deadline was reached, set like a sum: reasons left, dates right, a rule over the result. Open on paper. */
export function ClockLines({ lines, summary, open, note }: ClockLinesProps) {
  const sum = (
    <div className="max-w-measure">
      <ol className="figures">
        {lines.map((line, index) => {
          const result = index === lines.length - 1 && lines.length > 1;
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, in this order
              key={index}
              className={`flex flex-wrap items-baseline justify-between gap-x-6 py-1 sm:flex-nowrap ${
                result
                  ? "mt-1 border-t-2 border-ink pt-2 font-semibold"
                  : "border-t border-line first:border-t-0 first:pt-0"
              }`}
            >
              <span className="min-w-0">
                {line.text}
                {line.citation ? <span className="font-normal text-quiet"> · {line.citation}</span> : null}
              </span>
              {line.date ? <span className="ml-auto text-right whitespace-nowrap">{line.date}</span> : null}
            </li>
          );
        })}
      </ol>
      {note ? <p className="mt-2 text-small text-quiet">{note}</p> : null}
    </div>
  );
  if (summary === undefined) return sum;
  return (
    <Details summary={summary} open={open}>
      {sum}
    </Details>
  );
}
