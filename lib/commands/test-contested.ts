import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor, StaffRole } from "@/lib/domain/actor";
import type { Filing } from "@/lib/domain/filing";
import type { StepChange } from "@/lib/domain/step-change";
import { personRequest } from "@/lib/queries/person-request";
import { takeStep } from "./take-step";
import { named, type openDesk } from "./test-desk";

type Desk = Awaited<ReturnType<typeof openDesk>>;

export const refused = [{ right: "access", outcome: "refused", ground: "not_identified" }] as const;
export const granted = [{ right: "access", outcome: "granted", ground: null }] as const;
export const at = (day: string) => new Date(`${day}T15:00:00Z`);

/** A request at the organisation that every law applies to, and staff of it; steps are taken on named days. */
export async function contestedAt(
  desk: Desk,
  filing: Partial<Filing>,
  filedOn: string,
  { confirmed } = { confirmed: true },
) {
  const organisation = named(desk.organisations, "aiworksforus");
  const member = async (...roles: StaffRole[]): Promise<StaffActor> => {
    const staffId = randomUUID();
    const email = `${staffId}@example.org`;
    await database().staffMember.create({ data: { id: staffId, email, name: "Demo", passwordHash: "" } });
    await inOrganisation(organisation.id, ({ tx }) =>
      tx.membership.create({ data: { staffId, organisationId: organisation.id, roles } }),
    );
    return { kind: "staff", organisationId: organisation.id, staffId, roles };
  };
  const [handler, approver, dpo] = [await member("handler"), await member("approver"), await member("dpo")];
  const filed = await desk.file(filing, at(filedOn), organisation);
  if (confirmed) await desk.confirm(filed.id, at(filedOn), organisation);
  const step = (actor: Parameters<typeof takeStep>[0], change: StepChange, day: string) =>
    takeStep(actor, { organisation, request: { id: filed.id }, change }, at(day));
  const answer = async (outcomes: typeof refused | typeof granted, day: string) => {
    await step(handler, { step: "prepare", words: "SECRET answer.", outcomes, files: [] }, day);
    return step(approver, { step: "release" }, day);
  };
  const look = () => desk.look(filed.id, organisation);
  const page = async (day: string) =>
    personRequest(filed.person, { organisation, reference: filed.reference }, at(day));
  return { ...filed, organisation, handler, approver, dpo, member, step, answer, look, page };
}
