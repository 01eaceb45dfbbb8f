import { useLocale, useTranslations } from "next-intl";
import { fileSize } from "@/components/portal/file-facts";
import { portalMoment } from "@/components/portal/portal-day";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MessageThread } from "@/components/ui/message-thread";
import { Section } from "@/components/ui/section";
import { nextState } from "@/lib/domain/lifecycle";
import type { PersonMessage, PersonRequest } from "@/lib/queries/person-request";

type MessagesProps = { page: string; name: string; request: PersonRequest; chosenZone: string | null };

/** Words both ways with their files, and what the person can do next. */
export function Messages({ page, name, request, chosenZone }: MessagesProps) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const { facts, messages } = request;
  const mayWrite = nextState("write", facts.state) !== null;
  const mayWithdraw = nextState("withdraw", facts.state) !== null;
  return (
    <Section
      title={t("messages")}
      id="messages"
      aside={chosenZone && messages.length > 0 ? t("times", { zone: chosenZone }) : undefined}
    >
      {messages.length === 0 ? (
        <EmptyState title={t("messagesNone")}>{mayWrite ? t("messagesNoneText") : null}</EmptyState>
      ) : (
        <MessageThread
          reader="person"
          messages={messages.map((message) => {
            const when = portalMoment({ at: message.at, day: message.on }, language, chosenZone);
            return {
              id: `message-${message.id}`,
              kind: message.from,
              from: message.from === "person" ? t("you") : name,
              when: when.text,
              dateTime: when.dateTime,
              text: message.words,
              files: message.files.length > 0 ? <Attached message={message} language={language} /> : undefined,
            };
          })}
        />
      )}
      {mayWrite || mayWithdraw ? (
        <div className="flex flex-wrap gap-3">
          {mayWrite ? (
            <Button
              href={`${page}/write`}
              wide
              variant={facts.state === "waiting_for_person" ? "primary" : "secondary"}
            >
              {t(facts.state === "waiting_for_person" ? "answerUs" : "write")}
            </Button>
          ) : null}
          {mayWithdraw ? (
            <Button href={`${page}/withdraw`} wide variant="quiet">
              {t("withdraw")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}

function Attached({ message, language }: { message: PersonMessage; language: string }) {
  const t = useTranslations("portal.request");
  return (
    <ul className="text-small">
      {message.files.map(({ id, name, size, destroyed }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          {destroyed ? null : `${name} `}
          <span className="text-quiet">{destroyed ? t("fileGone") : `· ${fileSize(size, language)}`}</span>
        </li>
      ))}
    </ul>
  );
}
