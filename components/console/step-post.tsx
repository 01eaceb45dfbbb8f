import type { ReactNode } from "react";
import type { StaffStep } from "@/components/console/step-words";

type StepPostProps = {
  step: StaffStep;
  view: { reference: string; version: number; from?: string | null };
  files?: boolean;
  children: ReactNode;
};

/** The form of one step. It carries the version that was looked at: what changed meanwhile is never overwritten. */
export function StepPost({ step, view, files, children }: StepPostProps) {
  return (
    <form
      method="post"
      action={`/console/requests/${view.reference}/steps/${step}/take`}
      encType={files ? "multipart/form-data" : undefined}
      noValidate
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="seenVersion" value={view.version} />
      {view.from ? <input type="hidden" name="from" value={view.from} /> : null}
      {children}
    </form>
  );
}
