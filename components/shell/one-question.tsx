import type { ReactNode } from "react";

type OneQuestionProps = {
  /** <BackLink> */
  back?: ReactNode;
  /** <ErrorSummary>, when the form came back. */
  summary?: ReactNode;
  /** The form; its first field carries the h1 (`labelIsHeading`). */
  children: ReactNode;
};

/** One question a page: narrow, quiet, nothing beside it. */
export function OneQuestion({ back, summary, children }: OneQuestionProps) {
  return (
    <div className="max-w-measure">
      {back}
      {summary}
      {children}
    </div>
  );
}
