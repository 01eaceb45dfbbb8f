// Decides what goes with each step: the words, the files, the outcomes. One shape for forms, commands and jobs.
import type { CalendarDate } from "./calendar-date";
import type { RightOutcome } from "./events";
import type { ExtensionGround } from "./extension-grounds";
import type { StaffProofKind } from "./verification";

/** A file whose bytes already lie in the file store, encrypted to `fileKey`. `digest` is SHA-256 of the plain bytes, hex. */
export type FileToKeep = { id: string; name: string; mediaType: string; size: number; digest: string; fileKey: string };

/** What goes with each step. `words` are sealed as a message or note; the event only names it. */
export type StepChange =
  | { step: "begin" | "resume" | "close" | "release" | "withdraw" | "warn" | "escalate" | "remind" | "lapse" }
  | { step: "assign"; to: string | null }
  | { step: "note" | "message" | "return"; words: string }
  /** `suspends`: the law's condition for stopping the clock is claimed to be met. Left out, the clock runs on. */
  | { step: "ask_clarification"; words: string; suspends?: boolean }
  | { step: "ask_proof"; kind: StaffProofKind; words: string; suspends?: boolean }
  | { step: "extend"; words: string; ground?: ExtensionGround; until?: CalendarDate }
  | { step: "accept_proof" | "reject_proof"; kind: StaffProofKind; words: string }
  | { step: "write"; words: string; files: readonly FileToKeep[] }
  | { step: "prepare"; words: string; outcomes: readonly RightOutcome[]; files: readonly FileToKeep[] }
  | { step: "collect" | "inspect"; fileId: string };
