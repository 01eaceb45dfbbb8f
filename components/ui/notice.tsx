import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";

type NoticeTone = "note" | "success" | "warning" | "late";

const looks: Record<NoticeTone, { edge: string; mark: string; icon: IconName }> = {
  note: { edge: "border-accent bg-accent-soft", mark: "text-accent-text", icon: "notice" },
  success: { edge: "border-on-time bg-on-time-soft", mark: "text-on-time", icon: "check" },
  warning: { edge: "border-soon bg-soon-soft", mark: "text-soon", icon: "warning" },
  late: { edge: "border-late bg-late-soft", mark: "text-late", icon: "warning" },
};

type NoticeProps = {
  title: ReactNode;
  children?: ReactNode;
  tone?: NoticeTone /** Says it to screen readers on arrival. */;
  announce?: boolean;
};

/** Something that just happened or must be known before reading on. At most one a page. */
export function Notice({ title, children, tone = "note", announce }: NoticeProps) {
  const look = looks[tone];
  return (
    <div
      role={announce ? "status" : undefined}
      className={classNames("flex gap-3 border-l-4 p-4 print:border", look.edge)}
    >
      <span className={`flex h-(--lead-body) items-center text-[1.15em] ${look.mark}`}>
        <Icon icon={look.icon} />
      </span>
      <div className="flex min-w-0 max-w-measure flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
    </div>
  );
}
