import type { ReactNode } from "react";

/**
 * The portal's one text axis: a left margin as in a letter, and the measure beside it. `margin` holds what is about the
 * page rather than in it (the way back, a reference). `Section` and the footer keep the same axis.
 */
export function Sheet({ margin, children }: { margin?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-10 pb-10 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div
        className={margin ? "figures tracking-wide text-quiet lg:leading-[calc(var(--size-h1)*1.12)]" : "max-lg:hidden"}
      >
        {margin}
      </div>
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
    </div>
  );
}
