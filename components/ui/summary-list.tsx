import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

export type SummaryRow = {
  label: ReactNode;
  value: ReactNode;
  /** `context` ends the sentence for screen readers: "Change" + "where you live". */
  change?: { href: string; context: string };
};

/** Facts in pairs; with `change` it is "check your answers". `changeWord` is the visible word of the links. */
export function SummaryList({ rows, changeWord = "Change" }: { rows: readonly SummaryRow[]; changeWord?: string }) {
  return (
    <dl data-rows className="border-t border-line">
      {rows.map((row, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are rendered once, on the server, in this order
          key={index}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 border-b border-line py-(--cell) sm:grid-cols-[minmax(8rem,13rem)_minmax(0,1fr)_auto]"
        >
          <dt className="text-quiet max-sm:col-span-2">{row.label}</dt>
          <dd className={`figures min-w-0 max-w-measure ${row.change ? "" : "max-sm:col-span-2"}`}>{row.value}</dd>
          {row.change ? (
            <dd data-print="hide" className="-my-[calc((var(--tap)-var(--lead-body))/2)] self-start">
              <TextLink href={row.change.href} context={row.change.context} alone>
                {changeWord}
              </TextLink>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
