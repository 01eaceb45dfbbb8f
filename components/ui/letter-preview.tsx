import type { ReactNode } from "react";

type LetterPreviewProps = {
  /** Rows over the letter: To, From, Subject. */
  head: readonly { label: ReactNode; value: ReactNode }[];
  /** The letter's own headline. The page keeps its one h1: this is an h2 unless the letter is the page. */
  title?: ReactNode;
  titleLevel?: 1 | 2 | 3;
  children: ReactNode;
  /** Says whose eyes this is seen with: "as the person will see it". */
  label: string;
};

/** A letter, receipt or statement as a document: serif, on its own sheet. */
export function LetterPreview({ head, title, titleLevel = 2, children, label }: LetterPreviewProps) {
  const Title = `h${titleLevel}` as const;
  return (
    <section
      aria-label={label}
      className="max-w-[44rem] border border-line bg-raised px-5 py-6 font-serif text-[1.0625rem] leading-[1.6] sm:px-12 sm:py-10 print:border-0 print:p-0 print:text-[11pt]"
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
      <div className="flex max-w-[36em] flex-col gap-4 [&_h3]:mt-2 [&_h3]:text-[1.15em] [&_h3]:font-semibold [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-6">
        {title ? <Title className="!mt-0 !text-[1.6em] leading-tight font-semibold">{title}</Title> : null}
        {children}
      </div>
    </section>
  );
}
