import "server-only";
import { type StoredRequest, todayAt } from "@/lib/db/request-store";
import type { Actor } from "@/lib/domain/actor";
import { freshLevel } from "@/lib/domain/delivery";
import type { Step } from "@/lib/domain/lifecycle";
import { deskPolicy, type StepContext } from "@/lib/domain/lifecycle-needs";
import { clockSettingsOf, newestSettings } from "@/lib/domain/pinned-settings";
import type { Refusal } from "@/lib/domain/refusal";
import { requestClock } from "@/lib/domain/request-clock";
import type { StepChange } from "@/lib/domain/step-change";
import { stepRefusal } from "@/lib/domain/take-step";

/** What a step is judged by, from the request as it is stored. `change` null: nothing was typed. */
export function stepContext(stored: StoredRequest, actor: Actor, change: StepChange | null, now: Date): StepContext {
  const { organisation, facts } = stored;
  const pinned = clockSettingsOf(organisation, facts);
  const typed = change ?? ({} as Partial<StepChange>);
  return {
    facts,
    actor,
    words: "words" in typed ? (typed.words ?? "") : "",
    until: "until" in typed ? (typed.until ?? null) : null,
    late: "late" in typed && typed.late === true,
    internalOn: "on" in typed ? typed.on : undefined,
    kind: "kind" in typed ? (typed.kind ?? null) : null,
    beyond: "beyond" in typed ? (typed.beyond ?? null) : null,
    contest: "contest" in typed ? (typed.contest ?? null) : null,
    verdict: "outcome" in typed ? (typed.outcome ?? null) : null,
    takenDown: "takenDown" in typed ? (typed.takenDown ?? null) : null,
    toldBy: change?.step === "acknowledge_contest" ? (change.by ?? null) : null,
    freshLevel: actor.kind === "person" ? freshLevel(stored, actor, now) : 0,
    outcomes: "outcomes" in typed ? (typed.outcomes ?? []) : [],
    withFiles: change?.step === "prepare" && change.files.length > 0,
    tasks: [],
    clock: requestClock(facts, pinned),
    settings: { pinned, newest: newestSettings(organisation) },
    adopting: "version" in typed ? (typed.version ?? null) : null,
    policy: deskPolicy(organisation.profile),
    today: todayAt(organisation, now),
  };
}

/** Why this actor may not take a step that needs nothing typed; null when they may. */
export function stepRefusalFor(step: Step, stored: StoredRequest, actor: Actor, now: Date): Refusal | null {
  return stepRefusal(step, stepContext(stored, actor, null, now));
}
