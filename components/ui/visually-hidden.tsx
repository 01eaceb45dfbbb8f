import type { ReactNode } from "react";

/** Words for screen readers only: the context that a sighted reader takes from the place on the page. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
