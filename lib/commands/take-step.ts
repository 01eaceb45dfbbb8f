import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, personOf, type StoredRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import { writeStepEvent } from "@/lib/db/step-event";
import type { Actor } from "@/lib/domain/actor";
import { isOnList } from "@/lib/domain/checklist";
import { isMaterial } from "@/lib/domain/events";
import { mayBeOnFile } from "@/lib/domain/filing";
import type { Step } from "@/lib/domain/lifecycle";
import { isWanted, mayOpenPaper } from "@/lib/domain/papers";
import { type Refusal, type Refused, refuse } from "@/lib/domain/refusal";
import type { StepChange } from "@/lib/domain/step-change";
import { stepRefusal } from "@/lib/domain/take-step";
import { assigneeRefusal } from "./assignee";
import { judgeRisks } from "./judge-risks";
import { otherRequestRefusal } from "./other-request";
import { stepContext } from "./step-context";
import { openNextEffects } from "./tasks/open-effects";

/** `seenVersion`: what the actor looked at. */
export type StepInput = {
  organisation: Organisation;
  request: { id: string } | { reference: string };
  change: StepChange;
  seenVersion?: number;
};

export type StepTaken = { ok: true; reference: string; version: number };

/**
 * Takes one step of the lifecycle: load, ask the domain, save where the version still holds, append the event, owe its
 * letters; one transaction. `seenVersion` is what the actor looked at: if something material happened since, nothing is saved.
 */
export async function takeStep(actor: Actor, input: StepInput, now: Date): Promise<StepTaken | Refused> {
  const { organisation } = input;
  const taken = await inTurn(() => inOrganisation(organisation.id, (scope) => stepWithin(scope, actor, input, now)));
  return taken ?? refuse("changed_meanwhile");
}

/** The same inside somebody's transaction. Throws ChangedMeanwhile where another writer came first. */
export async function stepWithin(
  scope: Scope,
  actor: Actor,
  { organisation, request, change, seenVersion }: StepInput,
  now: Date,
): Promise<StepTaken | Refused> {
  const found = await loadRequest(scope, organisation, request);
  if (!found || !mayKnow(actor, found)) return refuse("not_found");
  if (seenVersion !== undefined && changedSince(found, seenVersion)) return refuse("changed_meanwhile");
  const refusalOf = (of: StoredRequest) => stepRefusal(change.step, stepContext(of, actor, change, now));
  const before = refusalOf(found);
  if (before) return refuse(before);
  const stored = looksFirst.includes(change.step) ? await judgeRisks(scope, found, now) : found;
  // What was noticed just now stays written down, and what it asks for more is missing.
  const refusal = refusalOf(stored);
  if (refusal) return refuse(refusal);
  const onFile = change.step === "recognise" || (change.step === "accept_proof" && change.kind === "address_on_file");
  if (onFile && !mayBeOnFile(personOf(stored))) {
    return refuse("address_not_on_file");
  }
  // Nobody uploads a passport for a newsletter, by whatever address it is posted (EDPB 01/2022 §§73–79).
  if (change.step === "write" && change.proof && !isWanted(organisation.profile, stored, change.proof)) {
    return refuse("not_found");
  }
  if (change.step === "inspect" && (await isSomebodyElsesPaper(scope, stored, change.fileId, actor))) {
    return refuse("paper_not_yours");
  }
  const unfit =
    (await otherRequestRefusal(scope, stored, change)) ??
    listRefusal(stored.facts, change) ??
    (change.step === "assign" ? await assigneeRefusal(scope, change.to) : null);
  if (unfit) return refuse(unfit);
  const event = await writeStepEvent(scope, stored, { actor, change }, now);
  const after = await recordChange(scope, stored, { event, actor }, now);
  await writeConsequence(scope, after, actor, now);
  const erasing = change.step === "begin_erasure" ? await openNextEffects(scope, after, now) : after;
  const judged = looksAround.includes(change.step) ? await judgeRisks(scope, after, now) : erasing;
  return { ok: true, reference: stored.reference, version: judged.facts.version };
}

// What stands around a request may have changed since it was filed: looked at anew when work begins and when proof comes.
const looksAround: readonly Step[] = ["begin", "accept_proof", "prove", "recognise"];
// And once more before an answer counts on that proof.
const looksFirst: readonly Step[] = ["prepare"];

// A person's key opens one request, and only after the address was proven.
function mayKnow(actor: Actor, stored: StoredRequest): boolean {
  if (actor.organisationId !== stored.organisation.id) return false;
  return actor.kind !== "person" || (actor.requestId === stored.id && actor.proven);
}

/** What is ticked stands on the list of a right that was asked for. */
function listRefusal(facts: StoredRequest["facts"], change: StepChange): Refusal | null {
  if (change.step !== "tick_item") return null;
  const asked = facts.rights.some(({ right }) => right === change.right);
  return asked && isOnList(change.right, change.item) ? null : "not_on_list";
}

async function isSomebodyElsesPaper(
  { tx }: Scope,
  { facts }: StoredRequest,
  fileId: string,
  actor: Actor,
): Promise<boolean> {
  const file = await tx.storedFile.findUnique({ where: { id: fileId }, select: { purpose: true } });
  return file?.purpose === "proof" && !mayOpenPaper(actor, facts);
}

function changedSince(stored: StoredRequest, seenVersion: number): boolean {
  return stored.chain.slice(seenVersion).some(({ event }) => isMaterial(event.type));
}
