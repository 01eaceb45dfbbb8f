import type { ReactNode } from "react";

type SectionProps = {
  title: ReactNode;
  id?: string;
  /** Under the title in the margin: a count, a date, an action. */
  aside?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
};

/** A part of a page: a hairline, its title hung in the left margin where there is room, its text in the measure. */
export function Section({ title, id, aside, children, level = 2 }: SectionProps) {
  const Tag = `h${level}` as const;
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-3 border-t border-line py-4 in-data-[desk=portal]:py-6 lg:grid-cols-[8rem_minmax(0,1fr)] in-data-[desk=portal]:lg:grid-cols-[13rem_minmax(0,1fr)] in-data-[desk=portal]:lg:py-8"
    >
      <div className="flex flex-col gap-1">
        <Tag id={id} className="text-h3 font-semibold">
          {title}
        </Tag>
        {aside ? <div className="text-small text-balance text-quiet">{aside}</div> : null}
      </div>
      {/* Rows that come first stand on the title's line and leave the rule to the section. */}
      <div className="flex min-w-0 flex-col gap-4 [&>[data-rows]:first-child]:-mt-(--cell) [&>[data-rows]:first-child]:border-t-0 [&>[data-rows]:last-child>:last-child]:border-b-0">
        {children}
      </div>
    </section>
  );
}
