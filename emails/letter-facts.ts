import type { ComplaintRoute } from "@/lib/domain/authorities";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { ClockLine } from "@/lib/domain/clock";
import type { ContestKind, ContestOutcome } from "@/lib/domain/contest";
import type { ExtensionGround } from "@/lib/domain/extension-grounds";
import type { StaffProofKind } from "@/lib/domain/verification";
import type { Week } from "@/lib/domain/weekly-letter";

/** Who writes. `timeZone` (IANA) is the place at which the letter's times are meant. */
export type Desk = { name: string; email: string; telephone: string | null; timeZone: string };

/** The secrets of one letter: a link and a typed code, each with its end. */
export type LetterKey = { url: string; until: Date; code: string; codeUntil: Date };

/** Everything a letter to the person may say. No name, no address, nothing of what was asked: by type, not by care. */
export type PersonFacts = {
  language: string;
  desk: Desk;
  reference: string;
  receivedOn: CalendarDate;
  closedOn: CalendarDate | null;
  /** Null while the clock stands still. */
  dueOn: CalendarDate | null;
  lines: readonly ClockLine[];
  key: LetterKey | null;
  /** Full addresses: the person's page, "send me a fresh link", typing a code, asking anew. */
  pages: { request: string; find: string; confirm: string; ask: string };
  complaint: readonly ComplaintRoute[];
  /** Last day for confirming the address. */
  closesOn: CalendarDate;
  /** True when part of the request needed no proof and is already worked on. */
  started: boolean;
  /** Whoever reads this asks for somebody else, and it is their authority that is shown. */
  acting: boolean;
  /** What the law wants told at an end for want of proof; an address is null where that line is not due. */
  unproven: { couldNotVerify: boolean; policy: string | null; optOut: string | null };
  /** It is the person's turn to show something before anything is handed out or changed. */
  proofAwaited: boolean;
  /** The page behind the link asks for the code too, unless it is opened where the request was made. */
  codeWanted: boolean;
  waitingFor: "identity" | "clarification" | null;
  /** The kind of proof that is asked for, never the proof itself. */
  proofAsked: StaffProofKind | null;
  /** More than the policy asks for; the reason stands on the person's page. */
  proofBeyond: boolean;
  /** The citation of the pause that lets the clock stand still; null when it runs. */
  pausedBy: string | null;
  extension: { from: CalendarDate; to: CalendarDate; ground: ExtensionGround | null } | null;
  /** The appeal or complaint that the letter is about. */
  contest: {
    kind: ContestKind;
    openedOn: CalendarDate;
    /** Null where the law names no number of days. */
    dueOn: CalendarDate | null;
    lines: readonly ClockLine[];
    extension: { from: CalendarDate; to: CalendarDate } | null;
    outcome: ContestOutcome | null;
  } | null;
  /** The date that holidays or a new promise moved. */
  moved: { from: CalendarDate; to: CalendarDate } | null;
  /** The day from which a released erasure is carried out; until then the person can withdraw. */
  eraseFrom: CalendarDate | null;
  /** The answer is late: the day that was due when it was told, and the one that the person can count on now. */
  delay: { dueOn: CalendarDate | null; until: CalendarDate } | null;
  /** When the person's name and address go; null while the request is open. */
  keptUntil: CalendarDate | null;
  answerFilesDays: number;
};

/** Everything a letter to staff may say. */
export type StaffFacts = {
  language: string;
  organisation: string;
  reference: string;
  /** Full address of the request in the console. */
  url: string;
  dueOn: CalendarDate | null;
  today: CalendarDate;
  /** Letters to the person that could not be delivered: they may not know where it stands. */
  undelivered: number;
};

/** Everything a letter to whoever answers for a system may say. Nothing of whom it is about: by type, not by care. */
export type OwnerFacts = {
  language: string;
  desk: Desk;
  reference: string;
  /** As the register calls it. */
  system: string;
  dueOn: CalendarDate;
  /** A link or a code, never both. */
  key: LetterKey | null;
};

/** Everything a letter about many requests may say. */
export type GatheredLetterFacts = {
  language: string;
  organisation: string;
  requests: number;
  /** In how many of them the date is that of an appeal or a complaint, which another list leads to. */
  contested: number;
  /** Full addresses of the views of the queue that list them. */
  url: string;
  contestedUrl: string;
};

/** Everything that the letter of the week may say: no figure, so that none leaves the house (062). */
export type WeeklyLetterFacts = {
  language: string;
  organisation: string;
  week: Week;
  /** Full address of the figures as of the week's last day. */
  url: string;
  /** Full address that stops the letter: for a reader who follows it, and for a mail program that posts to it (RFC 8058). */
  stopUrl: string;
  accountUrl: string;
};
