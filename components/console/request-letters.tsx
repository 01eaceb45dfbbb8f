import { letterName } from "@/components/console/event-sentence";
import { counted, instantText } from "@/components/console/instant-words";
import type { ShownLetter, ShownRequest } from "@/components/console/shown-request";
import { Section } from "@/components/ui/section";
import { StateTag, type Tone } from "@/components/ui/state-tag";
import { Table } from "@/components/ui/table";

const tones: Readonly<Record<string, Tone>> = { queued: "plain", sent: "done", failed: "late", held: "stopped" };
const words: Readonly<Record<string, string>> = {
  queued: "waits to be sent",
  sent: "accepted by the mail server",
  failed: "could not be delivered",
  held: "held in the outbox",
};

export function LetterStatus({ status }: { status: string }) {
  return (
    <StateTag tone={tones[status] ?? "plain"} bare>
      {words[status] ?? status}
    </StateTag>
  );
}

/** Letters to the person and how far they came. "Accepted" is not "read". */
export function RequestLetters({ view, timeZone }: { view: ShownRequest; timeZone: string }) {
  const letters = view.letters.filter(({ audience }) => audience === "person");
  if (letters.length === 0) return null;
  return (
    <Section title="Letters" id="letters" aside={counted(letters.length, "letter")}>
      <Table
        caption="Letters to the person"
        captionHidden
        rows={letters}
        rowKey={({ id }) => id}
        columns={[
          { key: "kind", title: "Letter", rowHeader: true, cell: ({ kind }) => letterName(kind) },
          { key: "status", title: "Delivery", cell: (letter) => <Delivery letter={letter} /> },
          {
            key: "when",
            title: "When",
            tight: true,
            cell: ({ sentAt, queuedAt }) => instantText(sentAt ?? queuedAt, timeZone),
          },
        ]}
      />
    </Section>
  );
}

function Delivery({ letter }: { letter: ShownLetter }) {
  const { status, attempts, lastError } = letter;
  const tries = attempts > 1 ? ` after ${attempts} tries` : "";
  return (
    <>
      <LetterStatus status={status} />
      <span className="text-quiet">
        {status === "sent" ? "" : tries}
        {lastError && status !== "sent" ? `: ${lastError}` : ""}
      </span>
    </>
  );
}
