import type { ProofKind } from "@/lib/domain/verification";

/** Where a person shows a kind of proof: a page below their request's. What staff find out by themselves has none. */
export const proofPages = {
  signed_in: "proof/sign-in",
  data_points_matched: "proof/match",
  three_points_matched: "proof/match",
  declaration: "proof/declaration",
  document_checked: "proof/papers/document_checked",
  permission_signed: "proof/papers/permission_signed",
  power_of_attorney: "proof/papers/power_of_attorney",
  authority_checked: "proof/papers/authority_checked",
  confirmed_by_person: "proof/person",
} as const satisfies Partial<Record<ProofKind, string>>;
