import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import type { LetterSecrets } from "@/lib/db/letter-secrets";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { findPersonSession, startPersonSession } from "@/lib/db/person-sessions";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import type { PersonActor, StaffActor, StaffRole } from "@/lib/domain/actor";
import type { Filing } from "@/lib/domain/filing";
import type { PersonLetter } from "@/lib/domain/letters";
import type { StepChange } from "@/lib/domain/step-change";
import { EXAMPLES, loadOrganisations, readOrganisations } from "@/scripts/load-organisations";
import { freshDatabase } from "@/scripts/test-database";
import { fileRequest } from "./file-request";
import { askDeliveryCode } from "./owe-delivery-code";
import { proveDelivery } from "./prove-delivery";
import { readyLetter } from "./ready-letter";
import { recordLetter } from "./record-letter";
import { redeemChallenge } from "./redeem-challenge";
import { takeStep } from "./take-step";
import { pressedHere } from "./test-press";

/** A desk for tests: a database of its own, the three example organisations, and verbs that read like the journey. */
export async function openDesk(openedAt = new Date("2026-12-04T10:00:00Z")) {
  const held = await freshDatabase();
  process.env.HABEAS_DATABASE_URL = held.appUrl;
  process.env.HABEAS_OWNER_DATABASE_URL = held.ownerUrl;
  process.env.HABEAS_SECRET = inject("testSecret");
  await loadOrganisations(held.ownerUrl, readOrganisations(EXAMPLES), { onlyExamples: false, now: openedAt });
  const organisations = await listOrganisations();
  const organisation = named(organisations, "aimarkos");

  async function member(...roles: StaffRole[]): Promise<StaffActor> {
    const staffId = randomUUID();
    await database().staffMember.create({
      data: { id: staffId, email: `${staffId}@example.org`, name: `Demo ${roles.join(" and ")}`, passwordHash: "" },
    });
    await inOrganisation(organisation.id, ({ tx }) =>
      tx.membership.create({ data: { staffId, organisationId: organisation.id, roles } }),
    );
    return { kind: "staff", organisationId: organisation.id, staffId, roles };
  }

  async function file(filing: Partial<Filing> = {}, now = openedAt, at: Organisation = organisation) {
    const visitor = { kind: "visitor", organisationId: at.id } as const;
    // A name and a mailbox of its own for each: one address gets few letters a day, and namesakes are odd.
    const one = randomUUID().slice(0, 8);
    const person = { name: `Robin Canary ${one}`, email: `robin.canary.${one}@example.com` };
    const whole = aFiling({ person, ...filing });
    const filed = await fileRequest(visitor, { organisation: at, filing: whole, filingKey: randomUUID() }, now);
    if (!filed.ok) throw new Error(filed.refusal);
    return {
      ...filed,
      email: whole.person.email,
      organisation: at,
      person: { kind: "person", organisationId: at.id, requestId: filed.id, proven: true } as const,
    };
  }

  async function look(id: string, at: Organisation = organisation): Promise<StoredRequest> {
    const stored = await inOrganisation(at.id, (scope) => loadRequest(scope, at, { id }));
    if (!stored) throw new Error("no such request");
    return stored;
  }

  /** The link and code in the newest letter that carries some and has not left, as if it left when it was owed. */
  async function mailbox(id: string, at: Organisation = organisation, kind?: PersonLetter): Promise<LetterSecrets> {
    const system = { kind: "system", organisationId: at.id, task: "send_letter" } as const;
    const letters = await inOrganisation(at.id, ({ tx }) =>
      tx.letter.findMany({
        where: {
          requestId: id,
          audience: "person",
          kind: kind ?? { notIn: ["lapsed", "unproven"] },
          status: { in: ["queued", "held"] },
        },
        orderBy: { queuedAt: "desc" },
      }),
    );
    const [letter] = letters;
    const ready = letter && (await readyLetter(system, { organisation: at, letterId: letter.id }, letter.queuedAt));
    if (!ready?.secrets) throw new Error("no letter with a link");
    return ready.secrets;
  }

  /** The letters that wait for this request leave, as the worker records it. */
  async function deliver(requestId: string, now = openedAt): Promise<void> {
    const system = { kind: "system", organisationId: organisation.id, task: "send_letter" } as const;
    const outcome = { status: "sent", subject: "", text: "" } as const;
    const waiting = await inOrganisation(organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { requestId, status: "queued" } }),
    );
    for (const { id: letterId } of waiting) await recordLetter(system, { organisation, letterId, outcome }, now);
  }

  async function confirm(id: string, now = openedAt, at: Organisation = organisation) {
    const { token } = await mailbox(id, at);
    const visitor = { kind: "visitor", organisationId: at.id } as const;
    return redeemChallenge(visitor, { organisation: at, presented: await pressedHere(at, token) }, now);
  }

  function step(
    actor: Parameters<typeof takeStep>[0],
    id: string,
    change: StepChange,
    now = openedAt,
    seenVersion?: number,
  ) {
    return takeStep(actor, { organisation, request: { id }, change, seenVersion }, now);
  }

  /** The person shows anew that it is them, by the code that is sent to them; returns them with what is fresh. */
  async function showAnew(person: PersonActor, now = openedAt): Promise<PersonActor> {
    const { id: organisationId } = organisation;
    const { requestId } = person;
    const session = await inOrganisation(organisationId, (scope) =>
      startPersonSession(scope, { requestId, proven: true }, now),
    );
    await askDeliveryCode(person, { organisation }, now);
    const { code } = await mailbox(requestId, organisation, "delivery_code");
    const shown = await proveDelivery(person, { organisation, session, typed: { code } }, now);
    if (!shown.ok) throw new Error(shown.refusal);
    const behind = await inOrganisation(organisationId, (scope) => findPersonSession(scope, session, now));
    return { ...person, fresh: behind?.fresh ?? [], session: behind?.id };
  }

  async function close() {
    await closeDatabase();
    await held.close();
  }
  return {
    ...held,
    organisation,
    organisations,
    openedAt,
    member,
    file,
    look,
    mailbox,
    deliver,
    confirm,
    showAnew,
    step,
    close,
  };
}

export function aFiling(given: Partial<Filing> = {}): Filing {
  return {
    rights: ["access"],
    relation: "self",
    country: "DE",
    region: null,
    person: { name: "Robin Canary", email: "robin.canary@example.com" },
    details: {},
    language: "en",
    channel: "portal",
    ...given,
  };
}

export function named(organisations: readonly Organisation[], slug: string): Organisation {
  const found = organisations.find((organisation) => organisation.slug === slug);
  if (!found) throw new Error(`no organisation ${slug}`);
  return found;
}
