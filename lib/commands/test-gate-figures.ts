import { isPaperKind } from "@/lib/domain/papers";
import type { Entry } from "./test-gate-oracle";

/** Who acts; `nobody` where there was no letter to read or no browser left. An `impostor` says that they are the person, or that the person sent them, and neither is so. */
const actors = {
  ...{ person: 0, representative: 0, impostor: 0, thief: 0 },
  ...{ handler: 0, approver: 0, system: 0, clock: 0, nobody: 0 },
};
export type Who = keyof typeof actors;

/** How far walks came: each walk counts once for each. */
const milestones = {
  ...{ answer_granted: 0, answer_collected: 0, answer_read: 0, erasure_done: 0 },
  ...{ authority_confirmed: 0, authority_denied: 0, paper_sent: 0, paper_decided: 0 },
  ...{ address_changed: 0, risks_noted: 0, proof_rejected: 0, impostor_refused: 0 },
  ...{ answer_reversed: 0 },
};
export type Milestone = keyof typeof milestones;

export type Figures = {
  steps: number;
  /** By whom the steps were tried, how many the portal took and how many it refused. */
  by: Record<Who, { tried: number; taken: number; refused: number }>;
  /** Refused by the database, by itself. */
  walls: number;
  faults: number;
  /** Times that an answer's words were seen and its files handed out, and how many bytes that came to. */
  looked: number;
  collected: number;
  bytes: number;
  reached: Record<Milestone, number>;
  strange: string[];
  /** What the database refused, and how often: the walk's move and the wall's sentence. */
  said: Record<string, number>;
};

export function noFigures(): Figures {
  const none = () => ({ tried: 0, taken: 0, refused: 0 });
  const by = Object.fromEntries(Object.keys(actors).map((who) => [who, none()])) as Figures["by"];
  const counts = { steps: 0, walls: 0, faults: 0, looked: 0, collected: 0, bytes: 0 };
  return { ...counts, by, reached: { ...milestones }, strange: [], said: {} };
}

/** What the newest entry of the record means a walk has come to. */
export function milestonesOf(chain: readonly Entry[]): Milestone[] {
  const entry = chain.at(-1);
  const granted = (entry?.payload.outcomes ?? []).filter(({ outcome }) => outcome !== "refused");
  switch (entry?.type) {
    case "AnswerReleased":
      return [
        ...(granted.length > 0 ? (["answer_granted"] as const) : []),
        ...(granted.some(({ right }) => right === "erasure") ? (["erasure_done"] as const) : []),
      ];
    case "AnswerReversed":
      return ["answer_reversed"];
    case "AuthorityConfirmed":
      return ["authority_confirmed"];
    case "AuthorityDenied":
      return ["authority_denied"];
    case "MessageReceived":
      return entry.payload.proof ? ["paper_sent"] : [];
    case "AddressChanged":
      return ["address_changed"];
    case "RisksNoted":
      return ["risks_noted"];
    case "ProofAccepted":
    case "ProofRejected": {
      const { kind = "" } = entry.payload;
      const sent = isPaperKind(kind) && chain.some(({ payload }) => payload.proof === kind);
      return [
        ...(entry.type === "ProofRejected" ? (["proof_rejected"] as const) : []),
        ...(sent ? (["paper_decided"] as const) : []),
      ];
    }
    default:
      return [];
  }
}
