import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

const looks = {
  person: { ground: "border-accent bg-accent-soft", icon: "letter", words: "To the person" },
  staff: {
    ground: "border-dashed border-note-line bg-note-soft",
    icon: "note",
    words: "Internal: the person never sees it",
  },
} as const;

/** What one writes on: the ground and its first line say who will read it, as the thread above shows it. */
export function WritingGround({ to, children }: { to: keyof typeof looks; children: ReactNode }) {
  const { ground, icon, words } = looks[to];
  return (
    <div className={`flex h-full flex-col gap-3 rounded border-2 p-4 ${ground}`}>
      <p className="inline-flex items-baseline gap-2 text-small font-semibold">
        <Icon icon={icon} className="translate-y-[0.12em]" />
        {words}
      </p>
      {children}
    </div>
  );
}
