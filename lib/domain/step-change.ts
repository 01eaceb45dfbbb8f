// Decides what goes with each step: the words, the files, the outcomes. One shape for forms, commands and jobs.
import type { CalendarDate } from "./calendar-date";
import type { ChecklistItem } from "./checklist";
import type { ContestKind } from "./contest";
import type { ProofMeans, RightOutcome, SpokenChannel } from "./events";
import type { ExtensionGround } from "./extension-grounds";
import type { PaperKind } from "./papers";
import type { LinkKind } from "./request-links";
import type { Right } from "./right";
import type { RiskSignal } from "./risk-signals";
import type { KnownDates } from "./systems/plan-events";
import type { ProofKind, StaffProofKind } from "./verification";

/** A file whose bytes already lie in the file store, encrypted to `fileKey`. `digest` is SHA-256 of the plain bytes, hex. */
export type FileToKeep = { id: string; name: string; mediaType: string; size: number; digest: string; fileKey: string };

/** How something that staff take down reached us, and when; left out: today. Null: a day that is none was typed. */
export type TakenDown = { channel: SpokenChannel; arrivedOn?: CalendarDate | null };

/**
 * What goes with each step that `take-step.ts` takes; what also uses up a link, a code or an address has a command of its own.
 * `words` are sealed as a message or note; the event only names it.
 */
export type StepChange =
  | {
      step:
        | "begin"
        | "resume"
        | "close"
        | "release"
        | "withdraw"
        | "warn"
        | "escalate"
        | "remind"
        | "lapse"
        | "begin_erasure";
    }
  | { step: "assign"; to: string | null }
  | { step: "message" | "return"; words: string }
  /** `mentions`: staff who are written to, with a link only. */
  | { step: "note"; words: string; mentions?: readonly string[] }
  /** `suspends`: the law's condition for stopping the clock is claimed to be met. Left out, the clock runs on. */
  | { step: "ask_clarification"; words: string; suspends?: boolean }
  /** `beyond`: why more than the policy asks for is needed; the person reads it. */
  | { step: "ask_proof"; kind: StaffProofKind; words: string; suspends?: boolean; beyond?: string }
  | { step: "extend"; words: string; ground?: ExtensionGround; until?: CalendarDate }
  /** `until` null is refused: a delay is told with a day. `campaign`: the same for all who are told at once; nobody is told twice in one. */
  | { step: "tell_delay"; words: string; until: CalendarDate | null; campaign?: string }
  | { step: "accept_proof" | "reject_proof"; kind: StaffProofKind; words: string }
  /** `proof`: the files are papers that show this; they go long before the rest. */
  | { step: "write"; words: string; files: readonly FileToKeep[]; proof?: PaperKind }
  | { step: "prepare"; words: string; outcomes: readonly RightOutcome[]; files: readonly FileToKeep[] }
  | { step: "collect" | "inspect"; fileId: string }
  | { step: "remind_proof" | "lapse_unproven" | "recognise" | "fail_match" | "disown" | "give_delivery_code" }
  | { step: "authorise"; onFile: boolean }
  /** `words`: the declaration as it was signed. */
  | { step: "prove"; kind: ProofKind; by: ProofMeans; words?: string }
  | { step: "note_risks"; signals: readonly RiskSignal[] }
  | { step: "note_duplicate"; of: string }
  | { step: "enter_contest"; contest: ContestKind; words: string; takenDown: TakenDown }
  | { step: "contest" | "extend_contest" | "reverse_answer"; contest: ContestKind; words: string }
  /** `by`: staff told the person themselves; left out, a letter does. */
  | { step: "acknowledge_contest"; contest: ContestKind; by?: SpokenChannel }
  | { step: "warn_contest" | "escalate_contest"; contest: ContestKind }
  | { step: "decide_contest"; contest: ContestKind; outcome: "denied" | "granted"; words: string }
  | { step: "link_request"; to: string; as: LinkKind }
  | { step: "unlink_request"; to: string }
  /** `late`: it is meant although the answer is due before that day. */
  | { step: "snooze"; until: CalendarDate; wakeOnReply: boolean; late?: boolean }
  | { step: "wake" }
  /** `on` null: taken away. */
  | { step: "set_internal_date"; on: CalendarDate | null }
  /** `known`: the days from which the schedule's periods run, as far as staff know them. */
  | { step: "plan_erasure"; known: KnownDates }
  | { step: "return_plan"; words: string }
  | { step: "release_plan" }
  | { step: "tick_item"; right: Right; item: ChecklistItem; done: boolean }
  /** `version`: the newer settings as they were looked at. */
  | { step: "adopt_clock_settings"; version: number };
