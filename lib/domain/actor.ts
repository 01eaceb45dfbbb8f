// Decides who can act at all. The actor is the first argument of every command: it authorises and it signs the record.
// Answers to GDPR Art. 32(4) and Art. 5(2): whoever acts does so under authority, and it can be shown.

import type { ProvenAccount } from "./account";
import type { DeliveryFactor } from "./events";

/** What a member of staff may be; one person may hold several. */
export const staffRoles = ["handler", "approver", "dpo", "auditor", "administrator"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Every role that the lifecycle's `by` column can name. */
export type Role = StaffRole | "person" | "system" | "owner";

export type PersonActor = {
  kind: "person";
  organisationId: string;
  requestId: string;
  /** True once the address was confirmed in this browser; before that the holder sees only what they filed. */
  proven: boolean;
  /** What was shown anew in this browser just now (delivery.ts). */
  fresh?: readonly DeliveryFactor[];
  /** This browser's session, by its id: what was shown anew in another one opens nothing here. */
  session?: string;
};
export type VisitorActor = {
  kind: "visitor";
  organisationId: string;
  /** What the organisation's own account system said about them; only lib/auth gives it. */
  account?: ProvenAccount;
};
export type StaffActor = { kind: "staff"; organisationId: string; staffId: string; roles: readonly StaffRole[] };
export type SystemActor = { kind: "system"; organisationId: string; task: string };

/** Who answers for a system, come by the link to one task of theirs and a code: no account, and nothing else is open. */
export type OwnerActor = { kind: "owner"; organisationId: string; requestId: string; taskId: string; system: string };

export type Actor = PersonActor | VisitorActor | StaffActor | SystemActor | OwnerActor;

/** The roles in which this actor can take steps. */
export function rolesOf(actor: Actor): readonly Role[] {
  switch (actor.kind) {
    case "person":
      return ["person"];
    case "visitor":
      return [];
    case "staff":
      return actor.roles;
    case "system":
      return ["system"];
    case "owner":
      return ["owner"];
  }
}

/** How the record names the actor: an id or a task, never a name. */
export function signatureOf(actor: Actor): { actorKind: Actor["kind"]; actorId: string | null } {
  switch (actor.kind) {
    case "person":
    case "visitor":
      return { actorKind: actor.kind, actorId: null };
    case "staff":
      return { actorKind: actor.kind, actorId: actor.staffId };
    case "system":
      return { actorKind: actor.kind, actorId: actor.task };
    case "owner":
      return { actorKind: actor.kind, actorId: actor.system };
  }
}
