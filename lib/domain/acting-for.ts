// Decides what somebody who asks for another is told about the law of the place: who may, and what shows it.
// Answers to 11 CCR §7063, EDPB 01/2022 §§80–81, and the provisions cited in identity-rules.ts. No answer is a dead end.
import { identityRules } from "./identity-rules";
import type { Citation } from "./law";
import { isNeverVerified, proofRule } from "./proof-policy";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

/**
 * `permission`: the person's signature and their own word together. `own_word`: that word is enough. Where the law knows
 * agents for opt-outs alone, knows only a nominee, or says nothing about agents, that word is accepted all the same.
 */
export type AgentRule = "permission" | "own_word" | "opt_outs_only" | "nominee_only" | "silent";

const narrower: Readonly<Partial<Record<RegimeId, AgentRule>>> = {
  us_va_vcdpa: "silent",
  us_co_cpa: "opt_outs_only",
  us_ct_ctdpa: "opt_outs_only",
  us_tx_tdpsa: "opt_outs_only",
  in_dpdp: "nominee_only",
};

/** What these laws want of an agent; the same rule that decides the proof. */
export function agentRule(regimes: readonly RegimeId[]): { rule: AgentRule; citation: Citation } {
  const { ways, regime, citation } = proofRule({ right: "access", relation: "agent", regimes });
  if (ways.some((way) => way.includes("permission_signed"))) return { rule: "permission", citation };
  return { rule: narrower[regime ?? "contract_30d"] ?? "own_word", citation };
}

/** May nobody demand a power of attorney? Where no law says so, we only never ask for one (11 CCR §7063(b)). */
export function neverDemanded(regimes: readonly RegimeId[]): "nobody" | "we" {
  return regimes.includes("us_ca_ccpa") ? "nobody" : "we";
}

export type EstateRule = "yes" | "national" | "unknown";

/** Whether one of these laws knows who may ask for somebody who died; the one that knows most is told. */
export function estateRule(regimes: readonly RegimeId[]): { knows: EstateRule; citation: Citation } {
  const rules = (regimes.length > 0 ? regimes : (["contract_30d"] as const)).map((id) => identityRules[id].executor);
  const knowing = (knows: EstateRule) => rules.find((rule) => rule.knows === knows);
  return knowing("yes") ?? knowing("national") ?? (rules[0] as (typeof rules)[number]);
}

/** Letters to the person that one agent's request sets off: a second one for whoever lost the first. */
export const lettersToPerson = 2;

/** How much of what is asked needs no proof at all, also of an agent. */
export function freeOf(rights: readonly Right[]): "all" | "some" | "none" {
  const free = rights.filter(isNeverVerified).length;
  if (free === 0) return "none";
  return free === rights.length ? "all" : "some";
}
