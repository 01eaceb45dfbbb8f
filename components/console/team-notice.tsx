import { ErrorSummary } from "@/components/ui/error-summary";
import type { Mistakes } from "@/components/ui/mistakes";
import { Notice } from "@/components/ui/notice";

/** What became of the last form: mistakes, or what was done, with a link that is shown this once. */
export function TeamNotice({ shown, mistakes }: { shown: Readonly<Record<string, string>>; mistakes: Mistakes }) {
  if (shown.done === undefined) return <ErrorSummary mistakes={mistakes} />;
  return (
    <Notice title={shown.done} tone="success" announce>
      {shown.link ? (
        <>
          <p>Hand it over yourself. It works once, for 72 hours, and is shown only here and now.</p>
          <code className="block break-all rounded border border-line bg-raised p-2 select-all">{shown.link}</code>
        </>
      ) : null}
    </Notice>
  );
}
