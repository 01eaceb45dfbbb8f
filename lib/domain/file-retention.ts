// Decides which files of a request are to be destroyed now, before the request itself goes.
// Answers to GDPR Art. 5(1)(c), (e); EDPB Guidelines 01/2022 §79 (no copies of documents once the person is known).
import { type CalendarDate, plusDays } from "./calendar-date";
import type { DomainEvent, RecordedEvent } from "./events";
import { endedStates } from "./lifecycle";
import type { RequestFacts } from "./request";
import { answerFilesUntil, identityPaperDays } from "./request-retention";

/** A file that is still there. `messageId`: the message with which the person sent it. */
export type HeldFile = { id: string; purpose: string; messageId: string | null; arrivedOn: CalendarDate };

export type DueFiles = Extract<DomainEvent, { type: "FilesDestroyed" }>;

type Known = { facts: RequestFacts; chain: readonly RecordedEvent[]; today: CalendarDate };

/** One event for each kind of file that is due; none where nothing is. */
export function filesDue(files: readonly HeldFile[], known: Known): DueFiles[] {
  const papers = files.filter((file) => file.purpose === "proof" && paperIsDue(file, known));
  const { closedOn } = known.facts;
  const expired = closedOn !== null && known.today > answerFilesUntil(closedOn);
  const answers = files.filter(({ purpose }) => expired && purpose === "answer");
  // What systems handed out served the answer. Where none was given it serves nothing, from that day on.
  const unanswered = known.facts.state === "withdrawn" || known.facts.state === "lapsed";
  const exports = files.filter(({ purpose }) => (unanswered || expired) && purpose === "export");
  const kinds = [
    { kind: "identity_documents", due: papers },
    { kind: "answer_files", due: answers },
    { kind: "exports", due: exports },
  ] as const;
  return kinds.flatMap(({ kind, due }) =>
    due.length > 0 ? [{ type: "FilesDestroyed", kind, fileIds: due.map(({ id }) => id) }] : [],
  );
}

// Accepted or rejected, it served its purpose: that it was checked stands in the record, and no copy has to (EDPB §79). A
// decision about another kind leaves it: a power of attorney may have come along with the card.
function paperIsDue({ messageId, arrivedOn }: HeldFile, { facts, chain, today }: Known): boolean {
  if (endedStates.includes(facts.state) || today >= plusDays(arrivedOn, identityPaperDays)) return true;
  const sent = chain.findIndex(({ event }) => event.type === "MessageReceived" && event.messageId === messageId);
  const message = chain[sent]?.event;
  const shows = message?.type === "MessageReceived" ? message.proof : undefined;
  return chain.slice(sent + 1).some(({ event }) => {
    if (event.type !== "ProofRejected" && event.type !== "ProofAccepted") return false;
    // Sent as a message, nobody said what it shows: only a rejection, or the end, is surely about it.
    return shows ? event.kind === shows : event.type === "ProofRejected";
  });
}
