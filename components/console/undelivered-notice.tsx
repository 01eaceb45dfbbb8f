import { calendarDayText } from "@/components/ui/calendar-day";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { PersonLetter } from "@/lib/domain/letters";
import type { Undelivered } from "@/lib/domain/undelivered-letters";

/** What each letter tells: finishes "The letter about …". */
const about: Readonly<Record<PersonLetter, string>> = {
  confirm_address: "confirming the address",
  confirmation_reminder: "confirming the address",
  received: "the receipt of the request",
  need_more: "what we need from them",
  extended: "the extension",
  delayed: "the delay and the new day",
  new_message: "a message from us",
  answer_ready: "the answer",
  refused: "the refusal",
  withdrawn: "the withdrawal",
  lapsed: "the end of the request",
  fresh_link: "a fresh link",
  proof_reminder: "the proof that is missing",
  unproven: "the end of the request",
  confirm_agent: "whether the agent may act",
  confirm_new_address: "confirming the new address",
  address_change_asked: "the change of the address",
  address_changed: "the changed address",
  delivery_code: "the code for the answer",
  contest_received: "the receipt of the appeal or complaint",
  contest_extended: "more time for the appeal or complaint",
  contest_decided: "the decision on the appeal or complaint",
  date_moved: "the new date",
  erasure_planned: "that we are about to delete, and that they can still withdraw",
};

const why: Readonly<Partial<Record<PersonLetter, string>>> = {
  extended: "An extension is information owed within the first period, with its reasons (GDPR Art. 12(3)).",
  contest_received: "A complaint is acknowledged within 30 days in the United Kingdom (DPA 2018 s.164A).",
  need_more: "Nobody can answer what they were never asked, so do not count on the clock standing still.",
};

/** What the person does not know because its letter could not be delivered. Nothing when all of them left. */
export function UndeliveredNotice({ letters }: { letters: readonly Undelivered[] }) {
  const kinds = [...new Set(letters.map(({ letter }) => about[letter]))];
  const reasons = new Set(letters.flatMap(({ letter }) => why[letter] ?? []));
  const [first] = letters;
  if (!first) return null;
  return (
    <Notice tone="late" title={`The letter about ${kinds.join(", and the one about ")} did not leave`}>
      <p>
        The person does not know, since {calendarDayText(first.on)}. Tell them another way, or send it again from the{" "}
        <TextLink href="/console/outbox?status=failed">outbox</TextLink>.
      </p>
      {[...reasons].map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Notice>
  );
}
