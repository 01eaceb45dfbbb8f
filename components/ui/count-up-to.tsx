import { VisuallyHidden } from "@/components/ui/visually-hidden";

/** A number, or "1,000+" where counting stopped; heard as "more than 1,000". */
export function CountUpTo({ count, most = Number.POSITIVE_INFINITY }: { count: number; most?: number | undefined }) {
  if (count <= most) return count.toLocaleString("en");
  const shown = most.toLocaleString("en");
  return (
    <>
      <span aria-hidden="true" title={`more than ${shown}`}>{`${shown}+`}</span>
      <VisuallyHidden>more than {shown}</VisuallyHidden>
    </>
  );
}
