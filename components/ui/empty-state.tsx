import type { ReactNode } from "react";

/** Says what would be here and how to get it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex max-w-measure flex-col items-start gap-2 border-l-4 border-line py-2 pl-4">
      <p className="font-semibold">{title}</p>
      {children ? <div className="text-quiet">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
