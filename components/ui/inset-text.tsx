import type { ReactNode } from "react";

/** Set apart by a rule alone: why we ask, what the law says, a quotation. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="max-w-measure border-l-4 border-line-strong py-1 pl-4">{children}</div>;
}
