import type { ReactNode } from "react";

export type PortalFooterProps = {
  /** "Help with your request": always the same words, the same place, the same order. */
  help: { title: ReactNode; ways: readonly { label: ReactNode; text: ReactNode; href?: string }[] };
  links?: readonly { href: string; label: ReactNode }[];
  /** Who runs this page, and that it gives no legal advice. */
  small?: ReactNode;
};

/** Help, then the fine print. */
export function PortalFooter({ help, links = [], small }: PortalFooterProps) {
  return (
    <footer className="border-t border-line bg-sunken print:bg-transparent">
      <div className="mx-auto grid w-full max-w-page gap-x-10 gap-y-6 px-5 py-8 sm:px-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <h2 className="text-h3 font-semibold">{help.title}</h2>
        <div className="flex flex-col gap-6">
          <dl className="flex flex-wrap gap-x-10 gap-y-3 empty:hidden">
            {help.ways.map((way, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, in this order
              <div key={index}>
                <dt className="text-small text-quiet">{way.label}</dt>
                <dd className="figures">
                  {way.href ? (
                    <a
                      href={way.href}
                      className="inline-flex min-h-(--tap) items-center text-accent-text underline decoration-1 underline-offset-[0.2em]"
                    >
                      {way.text}
                    </a>
                  ) : (
                    <span className="inline-block py-2">{way.text}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {links.length > 0 ? (
            <ul data-print="hide" className="flex flex-wrap gap-x-6 text-small">
              {links.map((link) => (
                <li key={link.href}>
                  <a
                    href={link.href}
                    className="inline-flex min-h-(--tap) items-center underline decoration-line-strong decoration-1 underline-offset-[0.2em]"
                  >
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
          {small ? <div className="max-w-measure text-small text-quiet">{small}</div> : null}
        </div>
      </div>
    </footer>
  );
}
