import type { ReactNode } from "react";

type LetterPreviewProps = {
  /** Rows over the letter: To, From, Subject. */
  head: readonly { label: ReactNode; value: ReactNode }[];
  children: ReactNode;
  /** Says whose eyes this is seen with: "as the person will see it". */
  label: string;
};

/** A letter, receipt or statement as a document: serif, on its own sheet. */
export function LetterPreview({ head, children, label }: LetterPreviewProps) {
  return (
    <section
      aria-label={label}
      className="max-w-[44rem] border border-line bg-raised px-5 py-6 font-serif text-[1.0625rem] leading-[1.6] sm:px-12 sm:py-10 print:border-0 print:p-0"
    >
      {head.length > 0 ? (
        <dl className="mb-6 border-b border-line pb-4 text-[0.9375rem]">
          {head.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, in this order
            <div key={index} className="flex gap-3">
              <dt className="w-20 shrink-0 text-quiet">{row.label}</dt>
              <dd className="min-w-0">{row.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="flex max-w-[36em] flex-col gap-4 [&_h1]:text-[1.6em] [&_h1]:leading-tight [&_h1]:font-semibold [&_h2]:mt-2 [&_h2]:text-[1.15em] [&_h2]:font-semibold [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-6">
        {children}
      </div>
    </section>
  );
}
