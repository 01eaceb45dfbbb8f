import type { ReactNode } from "react";

/** A plain list; `numbered` where the order matters. */
export function BulletList({ items, numbered }: { items: readonly ReactNode[]; numbered?: boolean }) {
  const Tag = numbered ? "ol" : "ul";
  return (
    <Tag
      className={`flex max-w-measure flex-col gap-1 pl-5 ${numbered ? "list-decimal" : "list-disc"} marker:text-quiet`}
    >
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, in this order
        <li key={index}>{item}</li>
      ))}
    </Tag>
  );
}
