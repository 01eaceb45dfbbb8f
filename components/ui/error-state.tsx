import type { ReactNode } from "react";

type ErrorStateProps = {
  title: ReactNode;
  /** What was kept of the person's work. */
  kept?: ReactNode;
  /** What to do now. */
  children?: ReactNode;
  /** The words and the id to quote, for example "Quote this number" and "F-8QK2". */
  fault?: { label: ReactNode; id: string };
  actions?: ReactNode;
};

/** A whole page's worth of bad news: what happened, what was kept, what to do. Carries the page's h1. */
export function ErrorState({ title, kept, children, fault, actions }: ErrorStateProps) {
  return (
    <div className="flex max-w-measure flex-col items-start gap-5">
      <h1 className="text-h1 font-semibold tracking-[-0.015em]">{title}</h1>
      {kept ? <p className="border-l-4 border-on-time pl-4">{kept}</p> : null}
      {children ? <div className="flex flex-col gap-4">{children}</div> : null}
      {fault ? (
        <p className="text-quiet">
          {fault.label} <strong className="figures font-semibold tracking-wide text-ink">{fault.id}</strong>
        </p>
      ) : null}
      {actions ? <div className="flex w-full flex-wrap gap-3 max-sm:*:w-full">{actions}</div> : null}
    </div>
  );
}
