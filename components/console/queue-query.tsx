import { Button } from "@/components/ui/button";
import { describedBy, fieldId, hintId, mistakeId } from "@/components/ui/mistakes";

type QueueQueryProps = {
  /** What stands in the box: the query in its one spelling, or what was typed when it was not understood. */
  text: string;
  /** The address that the box stands on. */
  from: string;
  mistake?: string | undefined;
};

const name = "text";

/**
 * The query box. It goes by POST, because what is typed may be a name: it leaves as a keyed hash and reaches no address bar.
 */
export function QueueQuery({ text, from, mistake }: QueueQueryProps) {
  return (
    <form method="post" action="/console/search" className="flex flex-col gap-1">
      <label htmlFor={fieldId(name)} className="text-small font-semibold">
        Filter
      </label>
      {mistake ? (
        <p id={mistakeId(name)} className="font-semibold text-late">
          <span className="sr-only">Error: </span>
          {mistake}
        </p>
      ) : null}
      <input type="hidden" name="from" value={from} />
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={fieldId(name)}
          name={name}
          type="text"
          defaultValue={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy(name, { hint: true, mistake })}
          aria-invalid={mistake ? true : undefined}
          className={`min-h-8 min-w-0 grow basis-64 rounded border bg-raised px-2 font-mono text-small hover:border-ink ${
            mistake ? "border-2 border-late" : "border-line-strong"
          }`}
        />
        <Button variant="secondary">Show</Button>
      </div>
      <p id={hintId(name)} className="text-small text-quiet">
        For example <span className="font-mono">status:open due:&lt;7d right:erasure -place:US</span>, or a whole
        reference, e-mail address or name.
      </p>
    </form>
  );
}
