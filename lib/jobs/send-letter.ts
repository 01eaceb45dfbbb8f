import "server-only";
import { type ComposedLetter, composeForPerson, composeForStaff, composeGathered } from "@/emails/compose-letter";
import { readyGatheredLetter } from "@/lib/commands/ready-gathered-letter";
import { type ReadyLetter, readyLetter } from "@/lib/commands/ready-letter";
import { holdLetter, type LetterOutcome, recordAttempt, recordLetter } from "@/lib/commands/record-letter";
import type { GatheredMail } from "@/lib/db/gathered-letters";
import { findOrganisation, type Organisation } from "@/lib/db/organisations";
import type { SystemActor } from "@/lib/domain/actor";
import { type GatheredLetter, isGathered } from "@/lib/domain/letters";
import { clearFromOutbox, holdInOutbox } from "@/lib/mailer/outbox-folder";
import { letterAsFile, type Posting, postLetter } from "@/lib/mailer/post";
import { blotted, gatheredFacts, personFacts, staffFacts } from "./letter-facts";

/** Thrown so that the queue tries again later. Says nothing that the mail server said: it may quote an address. */
export class LetterDelayed extends Error {
  override name = "LetterDelayed";
}

export type SendingDesk = { smtpUrl: string | undefined; dataDir: string; baseUrl: string };

/**
 * Sends one owed letter. At least once, and every time under the same Message-ID: killed between the server's yes and our
 * record of it, it is sent again and the reader's mailbox sees one. A retry carries the same link while that is young and
 * a new one later.
 *
 * @throws LetterDelayed when it has to be tried again
 */
export async function sendLetter(
  owed: { letterId: string; organisationId: string },
  desk: SendingDesk & { lastTry: boolean },
  now: Date,
): Promise<void> {
  const { letterId, organisationId } = owed;
  const actor: SystemActor = { kind: "system", organisationId, task: "send_letter" };
  const organisation = await findOrganisation({ id: organisationId });
  const ready = organisation && (await readyToLeave(actor, { organisation, letterId }, now));
  if (!ready) return;
  const record = async (outcome: LetterOutcome) => {
    const settled = await recordLetter(actor, { organisation, letterId, outcome }, now);
    if (!settled.ok) throw new LetterDelayed(settled.refusal);
    // Sent or given up: no readable copy with a link stays behind.
    await clearFromOutbox(desk.dataDir, letterId);
  };
  const fail = (reason: string, permanent: boolean) => record({ status: "failed", reason, permanent });
  if (ready.crowdedOut) {
    // Says nothing of the address: who never heard from us lets nothing lapse by their silence.
    await fail("its address had its letters for the day", false);
    return;
  }
  const { to } = ready;
  if (to === null) {
    await fail("nobody is left to read it", true);
    return;
  }
  const { letter, evidence } = await written(organisation, ready, desk.baseUrl, now);
  const posting = postingOf(organisation, ready, { letter, to }, now);
  if (!desk.smtpUrl) {
    await holdInOutbox(desk.dataDir, letterId, await letterAsFile(posting));
    await holdLetter(actor, { letterId });
    return;
  }
  const posted = await postLetter(desk.smtpUrl, posting);
  if (posted.status === "sent") {
    await record({ status: "sent", subject: letter.subject, text: evidence });
    return;
  }
  if (posted.status === "permanent" || desk.lastTry) {
    await fail(posted.reason, posted.status === "permanent");
    return;
  }
  await recordAttempt(actor, { letterId, reason: posted.reason });
  throw new LetterDelayed(`letter ${letterId} has to wait: ${posted.reason}`);
}

type Gathered = GatheredMail & { audience: "gathered"; crowdedOut: false; firstLetterId: null };

/** A letter about one request, or one about many. */
async function readyToLeave(
  actor: SystemActor,
  owed: { organisation: Organisation; letterId: string },
  now: Date,
): Promise<ReadyLetter | Gathered | null> {
  const ready = await readyLetter(actor, owed, now);
  if (ready) return ready;
  const gathered = await readyGatheredLetter(actor, owed);
  return gathered && { ...gathered, audience: "gathered", crowdedOut: false, firstLetterId: null };
}

async function written(
  organisation: Organisation,
  ready: ReadyLetter | Gathered,
  baseUrl: string,
  now: Date,
): Promise<{ letter: ComposedLetter; evidence: string }> {
  if (ready.audience === "person") {
    const facts = personFacts(ready.request, ready, baseUrl, now);
    const letter = await composeForPerson(ready.kind, facts);
    const evidence = await composeForPerson(ready.kind, { ...facts, key: blotted(facts.key) });
    return { letter, evidence: evidence.text };
  }
  const letter = await writtenToStaff(organisation, ready, baseUrl, now);
  return { letter, evidence: letter.text };
}

function writtenToStaff(
  organisation: Organisation,
  ready: Exclude<ReadyLetter, { audience: "person" }> | Gathered,
  baseUrl: string,
  now: Date,
): Promise<ComposedLetter> {
  const gathered = (kind: GatheredLetter, requests: number) =>
    composeGathered(kind, gatheredFacts(organisation, { kind, requests }, baseUrl));
  if (ready.audience === "gathered") return gathered(ready.kind, ready.requests);
  const { kind, request } = ready;
  // One that was owed before such letters were gathered tells of its one request in the same words.
  return isGathered(kind) ? gathered(kind, 1) : composeForStaff(kind, staffFacts(request, baseUrl, now));
}

function postingOf(
  { profile }: Organisation,
  ready: ReadyLetter | Gathered,
  written: { letter: ComposedLetter; to: string },
  now: Date,
): Posting {
  return {
    letterId: ready.id,
    ...written,
    from: profile.letters.sender,
    replyTo: profile.letters.replyTo,
    organisation: profile.name,
    firstLetterId: ready.firstLetterId,
    now,
  };
}
