// Decides what stands in the record about proof: what was shown or accepted, how, and what took it away again.
// Answers to GDPR Art. 5(2): a proof that counts no more stays readable with the reason why.
import type { CalendarDate } from "./calendar-date";
import type { ProofMeans, RecordedEvent } from "./events";
import { authorityKinds, type ProofKind } from "./verification";

/** How a proof came: a letter, the person's own doing, a system that knows them, the person an agent asks for, or staff. */
export type ProofSource = "link" | "code" | "account" | ProofMeans | "recognised" | "person_said" | "staff";

/** Why a proof counts no more, or never did. */
export type ProofEnd = "rejected" | "address_changed" | "person_denied";

export type ProofLine = {
  kind: ProofKind;
  on: CalendarDate;
  source: ProofSource;
  /** Who accepted it; null where nobody of the staff did. */
  staffId: string | null;
  /** Null while it counts. */
  ended: { why: ProofEnd; on: CalendarDate } | null;
};

/** Every proof of a request, oldest first. Those without an end are exactly the ones that the fold holds. */
export function proofHistory(chain: readonly RecordedEvent[]): readonly ProofLine[] {
  return chain.reduce<readonly ProofLine[]>(linesAfter, []);
}

function linesAfter(lines: readonly ProofLine[], { event, day, actorKind, actorId }: RecordedEvent) {
  const staffId = actorKind === "staff" ? actorId : null;
  const added = (kind: ProofKind, source: ProofSource): readonly ProofLine[] =>
    lines.some((line) => line.kind === kind && line.ended === null)
      ? lines
      : [...lines, { kind, on: day, source, staffId, ended: null }];
  switch (event.type) {
    case "ContactConfirmed":
      return added("contact_confirmed", event.by);
    case "ProofAccepted":
      return added(event.kind, "staff");
    case "ProofShown":
      return added(event.kind, event.by);
    case "AddressRecognised":
      return added("address_on_file", "recognised");
    case "AuthorityConfirmed":
      return event.onFile ? added("confirmed_by_person", "person_said") : lines;
    case "ProofRejected":
      // What was sent and never accepted has a line as well: it was looked at, and that is how it ended.
      return ended(added(event.kind, "staff"), [event.kind], { why: "rejected", on: day });
    case "AuthorityDenied":
      return ended(lines, authorityKinds, { why: "person_denied", on: day });
    case "AddressChanged": {
      const kinds = lines.map(({ kind }) => kind);
      const line = { kind: "contact_confirmed", on: day, source: "link", staffId: null, ended: null } as const;
      return [...ended(lines, kinds, { why: "address_changed", on: day }), line];
    }
    default:
      return lines;
  }
}

function ended(lines: readonly ProofLine[], kinds: readonly ProofKind[], end: ProofLine["ended"]) {
  return lines.map((line) => (line.ended === null && kinds.includes(line.kind) ? { ...line, ended: end } : line));
}
