import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const looks = {
  1: "text-h1 font-semibold tracking-[-0.015em]",
  2: "text-h2 font-semibold tracking-[-0.008em]",
  3: "text-h3 font-semibold",
} as const;

type HeadingProps = { level?: 1 | 2 | 3; id?: string; over?: ReactNode; children: ReactNode; lead?: ReactNode };

/** A heading with an optional line over it (where am I) and lead under it (what is this about). Space is the parent's. */
export function Heading({ level = 1, id, over, children, lead }: HeadingProps) {
  const Tag = `h${level}` as const;
  const text = (
    <Tag id={id} className={classNames(looks[level], "max-w-measure")}>
      {children}
    </Tag>
  );
  if (over === undefined && lead === undefined) return text;
  return (
    <div className="flex flex-col gap-2">
      {over === undefined ? null : <p className="text-quiet">{over}</p>}
      {text}
      {lead === undefined ? null : <p className="max-w-[31em] text-lead text-quiet">{lead}</p>}
    </div>
  );
}
