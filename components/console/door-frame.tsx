import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";

type DoorFrameProps = { title: string; lead?: ReactNode; mistakes?: Mistakes; children: ReactNode };

/** The content of a page before anybody is signed in: one question in the middle of an empty desk. */
export function DoorFrame({ title, lead, mistakes = {}, children }: DoorFrameProps) {
  return (
    <div className="mx-auto flex max-w-[30rem] flex-col gap-6 pt-[min(8vh,4rem)]">
      <ErrorSummary mistakes={mistakes} />
      <Heading lead={lead}>{title}</Heading>
      {children}
    </div>
  );
}
