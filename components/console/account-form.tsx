import type { ReactNode } from "react";

/** A form of the staff's own affairs: one column, posted to a handler, complete without scripts. */
export function AccountForm({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form
      method="post"
      action={action}
      noValidate
      className="flex max-w-[26rem] flex-col items-start gap-4 [&>*]:w-full [&>button]:w-auto"
    >
      {children}
    </form>
  );
}
