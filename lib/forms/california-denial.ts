// Which of the four optional reasons of 11 CCR §7102 a recorded ground of refusal is.
import type { DenialReason } from "@/lib/domain/california-metrics";
import { type GroundId, groundIn } from "./console-grounds";

const reasonOf: Readonly<Record<GroundId, DenialReason>> = {
  not_identified: "not_verifiable",
  not_given_by_law: "not_by_consumer",
  legal_obligation: "exempt",
  legal_claims: "exempt",
  expression: "exempt",
  rights_of_others: "exempt",
  contract_continues: "exempt",
  not_held: "other",
  excessive: "other",
  accurate: "other",
  stronger_reason: "other",
  no_ground_to_restrict: "other",
  not_provided: "other",
  no_consent: "other",
  no_automated_decision: "other",
  processor: "other",
};

/**
 * `disowned`: the person said that they asked nobody to act for them. `ofCalifornia`: whether a right that the law gives
 * only to consumers of California could be refused for not being one.
 */
export function denialReason(of: { ground: string | null; disowned: boolean; ofCalifornia: boolean }): DenialReason {
  if (of.disowned) return "not_by_consumer";
  const found = of.ground === null ? null : groundIn(of.ground);
  if (found === null) return "other";
  return found.id === "not_given_by_law" && of.ofCalifornia ? "other" : reasonOf[found.id];
}
