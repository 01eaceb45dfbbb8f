import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { CountUpTo } from "@/components/ui/count-up-to";

export type TabLink = {
  href: string;
  label: ReactNode;
  count?: number;
  countedUpTo?: number;
  current?: boolean;
  tone?: "late";
};

/** Views with counts. They are links: each has its address, and Back works. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} data-print="hide" className="border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-[max(var(--tap),2.25rem)] items-center gap-1.5 border-b-2",
                tab.current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-quiet hover:border-line-strong hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span
                  className={classNames("figures", tab.tone === "late" && tab.count > 0 && "font-semibold text-late")}
                >
                  <CountUpTo count={tab.count} most={tab.countedUpTo} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
