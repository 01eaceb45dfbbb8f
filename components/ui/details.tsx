import type { ReactNode } from "react";

/** More, for those who want it. Never hides what everybody needs; unfolds by itself on paper. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group max-w-full">
      <summary className="inline-flex min-h-(--tap) cursor-pointer list-none items-center gap-2 text-accent-text print:min-h-0 print:font-semibold print:text-ink [&::-webkit-details-marker]:hidden">
        <svg
          aria-hidden="true"
          viewBox="0 0 12 12"
          className="size-[0.6em] shrink-0 fill-current transition-transform group-open:rotate-90 print:hidden"
        >
          <path d="M2 0l9 6-9 6z" />
        </svg>
        <span className="underline decoration-1 underline-offset-[0.2em] group-hover:decoration-[0.16em] print:no-underline">
          {summary}
        </span>
      </summary>
      <div className="mt-1 mb-2 border-l-2 border-line-strong py-1 pl-4 print:border-0 print:pl-0">{children}</div>
    </details>
  );
}
