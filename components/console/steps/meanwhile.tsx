import { eventSentence } from "@/components/console/event-sentence";
import { instantText } from "@/components/console/instant-words";
import { signedBy } from "@/components/console/request-timeline";
import { nameIn, type ShownRequest } from "@/components/console/shown-request";
import { Notice } from "@/components/ui/notice";
import { isMaterial } from "@/lib/domain/events";

type MeanwhileProps = { view: ShownRequest; seenVersion: number; timeZone: string };

/** What happened between the page that was read and now, so that whoever typed can judge whether it still fits. */
export function Meanwhile({ view, seenVersion, timeZone }: MeanwhileProps) {
  const nameOf = nameIn(view.names);
  const happened = view.chain.slice(seenVersion).filter(({ event }) => isMaterial(event.type));
  if (happened.length === 0) return null;
  return (
    <Notice tone="warning" title="What happened meanwhile">
      <ul className="flex flex-col gap-1">
        {happened.map((entry) => (
          <li key={entry.id}>
            {eventSentence(entry.event, nameOf)}{" "}
            <span className="text-small text-quiet">
              {signedBy(entry, nameOf)} · {instantText(entry.at, timeZone)}
            </span>
          </li>
        ))}
      </ul>
      <p>What you typed is still here. If it still fits, one press sends it on the request as it is now.</p>
    </Notice>
  );
}
