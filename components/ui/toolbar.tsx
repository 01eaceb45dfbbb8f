import type { ReactNode } from "react";

/** Actions over a list or a record, in one wrapping line; `end` stands at the far side. */
export function Toolbar({ label, children, end }: { label: string; children: ReactNode; end?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of actions is no fieldset, and no menu with arrow keys either
    <div role="group" aria-label={label} data-print="hide" className="flex flex-wrap items-start gap-2">
      {children}
      {end ? <div className="ml-auto flex flex-wrap items-center gap-2">{end}</div> : null}
    </div>
  );
}
