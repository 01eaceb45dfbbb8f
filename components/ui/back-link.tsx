import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** One step back, above the h1. A real address, never the browser's history. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      data-print="hide"
      className="mb-4 -ml-2 inline-flex in-data-[desk=console]:-mb-2 min-tap items-center gap-1 px-1 tracking-normal text-quiet underline-offset-[0.2em] hover:text-ink hover:underline"
    >
      <Icon icon="back" />
      {children}
    </a>
  );
}
