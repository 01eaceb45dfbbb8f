import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type TextLinkProps = {
  href: string;
  children: ReactNode;
  /** Said after the text to screen readers only: "Change" + " where you live". */
  context?: string;
  /** In the colour of the text around it; the underline alone marks it. */
  quiet?: boolean;
  /** Gives the link the full target height of the desk when it stands alone. */
  alone?: boolean;
  hrefLang?: string;
  rel?: string;
  download?: boolean | string;
};

/** A link inside text or alone on a line. */
export function TextLink({ href, children, context, quiet, alone, hrefLang, rel, download }: TextLinkProps) {
  const className = classNames(
    "py-[0.2em] underline decoration-1 underline-offset-[0.2em] hover:decoration-[0.16em]",
    quiet ? "text-inherit decoration-line-strong" : "text-accent-text",
    alone && "inline-flex min-h-(--tap) items-center",
  );
  return (
    <a {...{ href, className, hrefLang, rel, download }}>
      {children}
      {context ? <VisuallyHidden> {context}</VisuallyHidden> : null}
    </a>
  );
}
