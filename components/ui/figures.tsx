import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type Figure = { value: number | string; label: ReactNode; href?: string; tone?: "late" | "soon" };

/** A few numbers that matter, in one line, each leading to its list. `label` names the group. */
export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-10 gap-y-3">
      {figures.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, in this order
        <li key={index}>
          {figure.href ? (
            <a href={figure.href} className="block hover:underline">
              <Face figure={figure} />
            </a>
          ) : (
            <Face figure={figure} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Face({ figure }: { figure: Figure }) {
  return (
    <>
      <span
        className={classNames(
          "figures block text-h1 font-semibold",
          figure.tone === "late" && "text-late",
          figure.tone === "soon" && "text-soon",
        )}
      >
        {figure.value}
      </span>
      <span className={classNames("block text-small", figure.href ? "text-accent-text underline" : "text-quiet")}>
        {figure.label}
      </span>
    </>
  );
}
