import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";

/** Who wrote. A `note` is internal: the person never sees it. */
export type MessageKind = "person" | "organisation" | "note";

export type ThreadMessage = {
  id: string;
  kind: MessageKind;
  /** "You", "AImarkOS", "Internal note · A. Kern". The word carries what the ground shows. */
  from: ReactNode;
  when: ReactNode;
  dateTime?: string;
  /** Plain text; line breaks are kept. */
  text: string;
  files?: ReactNode;
};

const looks: Record<MessageKind, { ground: string; icon: IconName }> = {
  person: { ground: "border-line bg-raised", icon: "person" },
  organisation: { ground: "border-transparent bg-accent-soft", icon: "letter" },
  note: { ground: "border-dashed border-note-line bg-note-soft", icon: "note" },
};

/** Words both ways, oldest first. The reader's own side is indented from the left. */
export function MessageThread({
  messages,
  reader,
}: {
  messages: readonly ThreadMessage[];
  reader: "person" | "staff";
}) {
  return (
    <ol className="flex flex-col gap-4">
      {messages.map((message) => {
        const own = reader === "person" ? message.kind === "person" : message.kind !== "person";
        return (
          <li key={message.id} id={message.id} className={own ? "sm:pl-12" : "sm:pr-12"}>
            <Message message={message} />
          </li>
        );
      })}
    </ol>
  );
}

/** One message on its ground: white paper for the person, tinted for the organisation, a dashed slip for a note. */
export function Message({ message }: { message: ThreadMessage }) {
  const look = looks[message.kind];
  return (
    <article className={classNames("rounded border p-4 print:border-line-strong", look.ground)}>
      <p className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-small">
        <span className="inline-flex items-baseline gap-2 font-semibold">
          <Icon icon={look.icon} className="translate-y-[0.12em]" />
          {message.from}
        </span>
        <time dateTime={message.dateTime} className="figures text-quiet">
          {message.when}
        </time>
      </p>
      <p className="max-w-measure whitespace-pre-wrap">{message.text}</p>
      {message.files ? <div className="mt-3">{message.files}</div> : null}
    </article>
  );
}
