import { instantText } from "@/components/console/instant-words";
import { ShownFiles } from "@/components/console/shown-files";
import { nameIn, type ShownMessage, type ShownRequest } from "@/components/console/shown-request";
import { StepPost } from "@/components/console/step-post";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MessageThread } from "@/components/ui/message-thread";
import { Section } from "@/components/ui/section";
import { TextArea } from "@/components/ui/text-area";

type RequestThreadProps = { view: ShownRequest; organisation: string; timeZone: string };

/** Words both ways and the staff's notes, with a form for each: they look different and go to different readers. */
export function RequestThread({ view, organisation, timeZone }: RequestThreadProps) {
  const nameOf = nameIn(view.names);
  const open = (step: string) => view.steps.some((one) => one.step === step && one.refusal === null);
  const from = ({ from: side, staffId }: ShownMessage) => {
    const wrote = staffId ? nameOf(staffId) : "";
    if (side === "person") return view.person?.askerName ?? view.person?.name ?? "The person";
    return side === "note" ? `Internal note · ${wrote}` : `${organisation} · ${wrote}`;
  };
  if (!view.seesPerson || view.facts.purgedOn) return null;
  return (
    <Section title="Messages and notes" id="messages">
      {view.messages.length === 0 ? (
        <EmptyState title="Nothing was written yet">
          What the person writes, what we answer and notes stand here.
        </EmptyState>
      ) : (
        <MessageThread
          reader="staff"
          messages={view.messages.map((message) => ({
            id: `message-${message.id}`,
            kind: message.from,
            from: from(message),
            when: instantText(message.at, timeZone),
            dateTime: message.at.toISOString(),
            text: message.words ?? "No longer held.",
            files:
              message.files.length > 0 ? (
                <ShownFiles reference={view.reference} files={message.files} opensPapers={view.opensPapers} />
              ) : undefined,
          }))}
        />
      )}
      <div className="grid gap-6 xl:grid-cols-2" data-print="hide">
        {open("message") ? (
          <StepPost step="message" view={view}>
            <TextArea
              name="message"
              label="Write to the person"
              hint="They get a letter that a message waits. The words stay here."
              rows={4}
            />
            <div>
              <Button variant="secondary">Send message</Button>
            </div>
          </StepPost>
        ) : null}
        {open("note") ? (
          <StepPost step="note" view={view}>
            <div className="flex flex-col gap-3 rounded border border-dashed border-note-line bg-note-soft p-4">
              <TextArea name="note" label="Internal note" hint="Staff alone read it." rows={3} />
              <div>
                <Button variant="secondary">Add note</Button>
              </div>
            </div>
          </StepPost>
        ) : null}
      </div>
    </Section>
  );
}
