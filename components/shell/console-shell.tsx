import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";
import { classNames } from "@/components/ui/class-names";

export type ConsoleLink = { href: string; label: ReactNode; count?: number; current?: boolean };

type ConsoleShellProps = {
  organisation: { name: string; mark: string };
  nav: readonly ConsoleLink[];
  /** Who is signed in, as what, and the sign-out form. Nothing before sign-in. */
  account?: ReactNode;
  /** Search, shown in the bar. */
  search?: ReactNode;
  density?: "comfortable" | "compact";
  banner?: ReactNode;
  /** A quiet line under the page. */
  footer?: ReactNode;
  children: ReactNode;
};

/** A staff page: one bar, the whole width, nothing that moves. Bar text is inline English like all of the console. */
export function ConsoleShell(props: ConsoleShellProps) {
  const { organisation, nav, account, search, density = "comfortable", banner, footer, children } = props;
  return (
    <div data-desk="console" data-density={density} className="flex min-h-dvh flex-col bg-paper text-ink">
      <SkipLink>Skip to content</SkipLink>
      {banner ? <div className="border-b border-line bg-note-soft px-4 py-1 text-small">{banner}</div> : null}
      <header data-print="hide" className="border-b border-line bg-raised">
        <div className="flex flex-wrap items-center gap-x-6 px-4 max-sm:gap-x-3 sm:px-6">
          <a href="/console" className="inline-flex min-h-11 items-center gap-2 font-semibold">
            <span
              aria-hidden="true"
              className="grid h-6 min-w-6 place-items-center rounded bg-accent px-1 text-[0.75rem] font-bold text-accent-on"
            >
              {organisation.mark}
            </span>
            {organisation.name}
          </a>
          {nav.length > 0 ? <ConsoleNav nav={nav} /> : null}
          <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1 py-1 max-md:ml-0 max-md:w-full max-md:pb-2">
            {search}
            {account}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="w-full grow px-4 pt-5 pb-16 outline-none sm:px-6">
        {children}
      </main>
      {footer ? (
        <footer data-print="hide" className="flex flex-wrap gap-x-6 border-t border-line px-4 py-2 text-small sm:px-6">
          {footer}
        </footer>
      ) : null}
    </div>
  );
}

function ConsoleNav({ nav }: { nav: readonly ConsoleLink[] }) {
  return (
    <nav aria-label="Console">
      <ul className="flex flex-wrap gap-x-4 max-sm:gap-x-3">
        {nav.map((link) => (
          <li key={link.href}>
            <a
              href={link.href}
              aria-current={link.current ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center gap-1.5 border-y-2 border-t-transparent",
                link.current ? "border-b-accent font-semibold" : "border-b-transparent text-quiet hover:text-ink",
              )}
            >
              {link.label}
              {link.count === undefined ? null : <span className="figures">{link.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
