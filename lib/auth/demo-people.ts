import "server-only";
import type { StaffRole } from "@/lib/domain/actor";

/**
 * The people of the demonstration. Their addresses are in a reserved domain (RFC 2606), exist only where the start
 * script makes them, and are closed again by any start that is not a demonstration.
 */
export const demoPeople: readonly { email: string; name: string; roles: readonly StaffRole[] }[] = [
  { email: "handler@demo.example.com", name: "Demo handler", roles: ["handler"] },
  { email: "second.handler@demo.example.com", name: "Demo second handler", roles: ["handler"] },
  { email: "approver@demo.example.com", name: "Demo approver", roles: ["approver"] },
  { email: "dpo@demo.example.com", name: "Demo DPO", roles: ["dpo"] },
  { email: "auditor@demo.example.com", name: "Demo auditor", roles: ["auditor"] },
  { email: "administrator@demo.example.com", name: "Demo administrator", roles: ["administrator"] },
];

export function isDemoAddress(canonicalEmail: string): boolean {
  return canonicalEmail.endsWith("@demo.example.com");
}
