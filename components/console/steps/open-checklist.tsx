import { rightNames } from "@/components/console/right-names";
import type { ShownRequest } from "@/components/console/shown-request";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { checklistOf } from "@/lib/domain/checklist";

/** Said before an answer is handed over or leaves: what nobody has ticked yet. It shuts nothing. */
export function OpenChecklist({ view }: { view: ShownRequest }) {
  const open = checklistOf(view.facts).filter(({ done }) => !done);
  if (open.length === 0) return null;
  return (
    <Notice tone="warning" title={`Not ticked on the checklist: ${open.length}`}>
      <ul className="list-disc pl-5">
        {open.map(({ right, item, words }) => (
          <li key={`${right}-${item}`}>
            {words} <span className="text-quiet">({rightNames[right].toLowerCase()})</span>
          </li>
        ))}
      </ul>
      <p>
        You can go on all the same.{" "}
        <TextLink href={`/console/requests/${view.reference}#checklist`}>Tick them</TextLink> if they were looked at.
      </p>
    </Notice>
  );
}
