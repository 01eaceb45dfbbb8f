import { classNames } from "@/components/ui/class-names";

/** The drawn circle or box of a choice. The system draws its own where the reader forces colours. */
export function choiceMark(kind: "radio" | "checkbox"): string {
  return classNames(
    "grid size-(--choice-mark) shrink-0 appearance-none place-content-center border-2 border-line-strong bg-raised",
    "before:scale-0 before:content-[''] checked:border-accent checked:before:scale-100 hover:border-ink",
    "forced-colors:appearance-auto",
    kind === "radio" &&
      [
        "rounded-full before:size-[calc(var(--choice-mark)/2)] before:rounded-full before:bg-accent",
        "focus-visible:rounded-full",
      ].join(" "),
    kind === "checkbox" &&
      [
        "rounded checked:bg-accent focus-visible:rounded before:mb-[12%] before:h-[calc(var(--choice-mark)*0.52)]",
        "before:w-[calc(var(--choice-mark)*0.28)] before:rotate-45 before:border-r-2 before:border-b-2 before:border-accent-on",
      ].join(" "),
  );
}
