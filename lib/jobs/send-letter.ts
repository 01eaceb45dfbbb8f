import "server-only";
import { type ComposedLetter, composeForPerson, composeForStaff } from "@/emails/compose-letter";
import { type ReadyLetter, readyLetter } from "@/lib/commands/ready-letter";
import { holdLetter, type LetterOutcome, recordAttempt, recordLetter } from "@/lib/commands/record-letter";
import { findOrganisation } from "@/lib/db/organisations";
import type { SystemActor } from "@/lib/domain/actor";
import { clearFromOutbox, holdInOutbox } from "@/lib/mailer/outbox-folder";
import { letterAsFile, type Posting, postLetter } from "@/lib/mailer/post";
import { blotted, personFacts, staffFacts } from "./letter-facts";

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
  const stored = organisation && (await readyLetter(actor, { organisation, letterId }, now));
  if (!stored) return;
  const record = async (outcome: LetterOutcome) => {
    const settled = await recordLetter(actor, { organisation, letterId, outcome }, now);
    if (!settled.ok) throw new LetterDelayed(settled.refusal);
    // Sent or given up: no readable copy with a link stays behind.
    await clearFromOutbox(desk.dataDir, letterId);
  };
  const fail = (reason: string, permanent: boolean) => record({ status: "failed", reason, permanent });
  if (stored.crowdedOut) {
    // Says nothing of the address: who never heard from us lets nothing lapse by their silence.
    await fail("its address had its letters for the day", false);
    return;
  }
  const { to } = stored;
  if (to === null) {
    await fail("nobody is left to read it", true);
    return;
  }
  const { letter, evidence } = await written(stored, desk.baseUrl, now);
  const posting = postingOf(stored, { letter, to }, now);
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

async function written(
  stored: ReadyLetter,
  baseUrl: string,
  now: Date,
): Promise<{ letter: ComposedLetter; evidence: string }> {
  if (stored.audience === "staff") {
    const letter = await composeForStaff(stored.kind, staffFacts(stored.request, baseUrl, now));
    return { letter, evidence: letter.text };
  }
  const facts = personFacts(stored.request, stored, baseUrl, now);
  const letter = await composeForPerson(stored.kind, facts);
  const evidence = await composeForPerson(stored.kind, { ...facts, key: blotted(facts.key) });
  return { letter, evidence: evidence.text };
}

function postingOf(stored: ReadyLetter, written: { letter: ComposedLetter; to: string }, now: Date): Posting {
  const { profile } = stored.request.organisation;
  return {
    letterId: stored.id,
    ...written,
    from: profile.letters.sender,
    replyTo: profile.letters.replyTo,
    organisation: profile.name,
    firstLetterId: stored.firstLetterId,
    now,
  };
}
