import type { ReactNode } from "react";

type TwoColumnsProps = {
  /** Heading and notices: what this is, before anything can be done to it. */
  head: ReactNode;
  /** What to do now: the next step as the one primary button. In sight while the record scrolls. */
  side: ReactNode;
  children: ReactNode;
};

/** The console's request page. Read and tabbed in one order at every width: what it is, what to do, the record. */
export function TwoColumns({ head, side, children }: TwoColumnsProps) {
  return (
    <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
      <div className="flex min-w-0 flex-col gap-4">{head}</div>
      <aside
        aria-label="Steps"
        className="lg:row-span-2 lg:col-start-2 lg:row-start-1 lg:border-l lg:border-line lg:pl-6 print:hidden"
      >
        <div className="flex flex-col gap-4 max-lg:max-w-[24rem] lg:sticky lg:top-5">{side}</div>
      </aside>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </div>
  );
}
