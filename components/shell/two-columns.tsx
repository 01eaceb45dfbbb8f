import type { ReactNode } from "react";

/** The console's request page: the record left, what to do now right and in sight. On a phone the side comes first. */
export function TwoColumns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="order-2 flex min-w-0 flex-col gap-6 lg:order-1">{children}</div>
      <aside className="order-1 flex flex-col gap-4 self-start lg:sticky lg:top-4 lg:order-2 lg:border-l lg:border-line lg:pl-6">
        {side}
      </aside>
    </div>
  );
}
