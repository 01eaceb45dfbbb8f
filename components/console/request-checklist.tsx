import { rightNames } from "@/components/console/right-names";
import type { ShownRequest } from "@/components/console/shown-request";
import { StepPost } from "@/components/console/step-post";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { type ChecklistLine, checklistOf } from "@/lib/domain/checklist";

/** What each right asks to look at, with the provision; a press ticks a line or takes the tick back. */
export function RequestChecklist({ view }: { view: ShownRequest }) {
  const lines = checklistOf(view.facts);
  if (view.facts.purgedOn || lines.length === 0) return null;
  const open = view.steps.some(({ step, refusal }) => step === "tick_item" && refusal === null);
  const done = lines.filter((line) => line.done).length;
  return (
    <Section title="Checklist" id="checklist" aside={`${done} of ${lines.length} looked at`}>
      {view.facts.rights.map(({ right }) => (
        <div key={right} className="flex flex-col gap-1">
          <h3 className="text-small font-semibold text-quiet">{rightNames[right]}</h3>
          <ul className="flex flex-col">
            {lines
              .filter((line) => line.right === right)
              .map((line) => (
                <li key={line.item}>{open ? <TickForm line={line} view={view} /> : <Line line={line} />}</li>
              ))}
          </ul>
        </div>
      ))}
      <p className="max-w-measure text-small text-quiet">A reminder, and no gate: an answer leaves without it too.</p>
    </Section>
  );
}

// The whole line is the button: one press, one line of the record.
function TickForm({ line, view }: { line: ChecklistLine; view: ShownRequest }) {
  return (
    <StepPost step="tick_item" view={view}>
      <input type="hidden" name="right" value={line.right} />
      <input type="hidden" name="item" value={line.item} />
      <input type="hidden" name="done" value={line.done ? "no" : "yes"} />
      <button type="submit" className="min-control w-full cursor-pointer rounded px-1 text-left hover:bg-sunken">
        <Line line={line} />
        <span className="sr-only">{line.done ? ". Take the tick back" : ". Tick"}</span>
      </button>
    </StepPost>
  );
}

function Line({ line: { done, words, citation } }: { line: ChecklistLine }) {
  return (
    <span className="flex items-baseline gap-3 py-1">
      <span
        aria-hidden="true"
        className={`inline-flex size-[1.1em] shrink-0 translate-y-[0.15em] items-center justify-center rounded-sm border border-line-strong text-[0.95em] ${done ? "bg-on-time-soft text-on-time" : "bg-raised"}`}
      >
        {done ? <Icon icon="check" /> : null}
      </span>
      <span className="max-w-measure">
        {done ? <span className="sr-only">Looked at: </span> : null}
        {words} <span className="text-small text-quiet">{citation.text}</span>
      </span>
    </span>
  );
}
