import { classNames } from "@/components/ui/class-names";

/** Characters a box is drawn for. It says how much is expected and never limits what may be typed. */
export type ControlWidth = 2 | 4 | 6 | 10 | 20 | 30 | "full";

const widths: Record<ControlWidth, string> = {
  2: "w-[4.2ch] min-w-14",
  4: "w-[7ch] min-w-20",
  6: "w-[10ch]",
  10: "w-[15ch]",
  20: "w-[25ch]",
  30: "w-[36ch]",
  full: "w-full",
};

/** The look of everything that can be typed into or chosen from. */
export function controlLook(width: ControlWidth, mistake: string | undefined): string {
  return classNames(
    "min-control max-w-full rounded border bg-raised px-3 py-[0.3em] text-ink placeholder:text-quiet",
    "focus-visible:rounded",
    mistake ? "border-2 border-late" : "border-line-strong hover:border-ink",
    widths[width],
  );
}
