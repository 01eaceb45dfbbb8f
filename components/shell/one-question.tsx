import type { ReactNode } from "react";
import { Sheet } from "@/components/ui/sheet";

type OneQuestionProps = {
  /** <BackLink> */
  back?: ReactNode;
  /** <ErrorSummary>, when the form came back. */
  summary?: ReactNode;
  /** The form; its first field carries the h1 (`labelIsHeading`). */
  children: ReactNode;
};

/** One question a page: the way back in the margin, the question in the measure, nothing beside it. */
export function OneQuestion({ back, summary, children }: OneQuestionProps) {
  return (
    <Sheet margin={back}>
      <div className="max-w-measure">
        {summary}
        {children}
      </div>
    </Sheet>
  );
}
