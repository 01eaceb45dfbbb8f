import type { StaffRole } from "@/lib/domain/actor";

/** Roles as people read them. */
export const roleNames: Readonly<Record<StaffRole, string>> = {
  handler: "handler",
  approver: "approver",
  dpo: "DPO",
  auditor: "auditor",
  administrator: "administrator",
};

/** What each role may do, in a line. The lifecycle table decides; this tells. */
export const roleHints: Readonly<Record<StaffRole, string>> = {
  handler: "works on requests and prepares answers",
  approver: "releases answers that somebody else prepared, or returns them",
  dpo: "watches deadlines, extends, writes and notes",
  auditor: "reads the record and changes nothing",
  administrator: "keeps the team and assigns requests",
};
