import { fieldId, type Mistakes } from "@/components/ui/mistakes";

type ErrorSummaryProps = {
  mistakes: Mistakes;
  /** Field names in the order they stand on the page; unnamed ones follow. */
  order?: readonly string[];
  /** Replaces the sentence of a field where it needs its place named, for example in a long form. */
  labels?: Mistakes;
  title?: string;
};

/**
 * First thing inside <main> when a form came back. Takes the focus by the browser's own autofocus, so it works without
 * JavaScript; a redirect to `#error-summary` does the same. A mistake named "" is about the whole form and links nowhere.
 */
export function ErrorSummary({ mistakes, order = [], labels = {}, title = "There is a problem" }: ErrorSummaryProps) {
  const names = [
    ...order.filter((name) => name in mistakes),
    ...Object.keys(mistakes).filter((n) => !order.includes(n)),
  ];
  if (names.length === 0) return null;
  return (
    <div
      id="error-summary"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a mistake the summary is what the person came back for (WCAG 3.3.1)
      autoFocus
      aria-labelledby="error-summary-title"
      className="mb-8 max-w-measure in-data-[desk=console]:mb-0 rounded border-2 border-late bg-late-soft p-4 sm:p-5"
    >
      <h2 id="error-summary-title" className="mb-2 text-h3 font-semibold">
        {title}
      </h2>
      <ul className="flex flex-col gap-1">
        {names.map((name) => (
          <li key={name} className="font-semibold text-late">
            {name === "" ? (
              mistakes[name]
            ) : (
              <a href={`#${fieldId(name)}`} className="inline-block underline underline-offset-[0.2em]">
                {labels[name] ?? mistakes[name]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
