import { eventSentence } from "@/components/console/event-sentence";
import { instantText } from "@/components/console/instant-words";
import { nameIn, type ShownRequest } from "@/components/console/shown-request";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Timeline } from "@/components/ui/timeline";
import type { RecordedEvent } from "@/lib/domain/events";

/** Who a record entry was signed by, in words. */
export function signedBy(
  { actorKind, actorId }: Pick<RecordedEvent, "actorKind" | "actorId">,
  nameOf: (staffId: string) => string,
): string {
  if (actorKind === "staff" && actorId) return nameOf(actorId);
  if (actorKind === "system") return "by itself";
  if (actorKind === "owner" && actorId) return `owner of ${nameOf(actorId)}`;
  return "the person";
}

/** Everything that happened, oldest first, each with the start of its hash. */
export function RequestTimeline({ view, timeZone }: { view: ShownRequest; timeZone: string }) {
  const nameOf = nameIn(view.names);
  return (
    <Section
      title="Timeline"
      id="timeline"
      aside={<TextLink href={`/console/requests/${view.reference}/audit`}>Audit of this request</TextLink>}
    >
      <Timeline
        entries={view.chain.map((entry) => ({
          what: eventSentence(entry.event, nameOf),
          when: instantText(entry.at, timeZone),
          dateTime: entry.at.toISOString(),
          who: (
            <>
              {signedBy(entry, nameOf)} · <span title={entry.hash}>{entry.hash.slice(0, 8)}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
