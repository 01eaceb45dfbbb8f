import type { ReactNode } from "react";

/** The first stop of the keyboard. The shells give their <main> the id `content`. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#content"
      data-print="hide"
      className="absolute top-2 left-2 z-30 -translate-y-20 rounded bg-ink px-4 py-2 font-semibold text-paper focus:translate-y-0"
    >
      {children}
    </a>
  );
}
