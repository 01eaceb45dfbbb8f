import { instantText } from "@/components/console/instant-words";
import { ShownFiles } from "@/components/console/shown-files";
import { nameIn, type ShownMessage, type ShownRequest } from "@/components/console/shown-request";
import { StepPost } from "@/components/console/step-post";
import { NoteFields } from "@/components/console/steps/note-fields";
import { PreviewButton, TemplateChooser } from "@/components/console/steps/template-chooser";
import { WritingGround } from "@/components/console/writing-ground";
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
            <WritingGround to="person">
              <TextArea
                name="message"
                label="Write to the person"
                hint="They read exactly this, and get a letter that a message waits."
                rows={5}
              />
              <div>
                <Button>Send to the person</Button> <PreviewButton step="message" view={view} />
              </div>
              <TemplateChooser step="message" view={view} />
            </WritingGround>
          </StepPost>
        ) : null}
        {open("note") ? (
          <StepPost step="note" view={view}>
            <WritingGround to="staff">
              <NoteFields view={view} typed={{}} mistakes={{}} rows={3} />
              <div>
                <Button variant="secondary">Keep as internal note</Button>
              </div>
              <TemplateChooser step="note" view={view} />
            </WritingGround>
          </StepPost>
        ) : null}
      </div>
    </Section>
  );
}
