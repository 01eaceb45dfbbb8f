// Decides what an answer never hands out, whoever asks and however well they proved it: that we hold it is said instead.
// Answers to 11 CCR §7024(d), 4 CCR 904-3 Rule 4.04 and Conn. Gen. Stat. §42-518 as SB 1295 changed it.
import { type Citation, notRead } from "./law";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

/** What must never stand in a copy, as staff read it. */
export const neverDisclosed = [
  "Social Security numbers",
  "driving licence and other government ID numbers",
  "financial account numbers",
  "health-insurance and medical ID numbers",
  "passwords, security questions and their answers",
  "unique biometric data",
] as const;

const laws: Readonly<Partial<Record<RegimeId, Citation>>> = {
  us_ca_ccpa: notRead("11 CCR §7024(d)"),
  us_co_cpa: notRead("4 CCR 904-3 Rule 4.04"),
  us_ct_ctdpa: notRead("Conn. Gen. Stat. §42-518 as SB 1295 changed it"),
};

const copies: readonly Right[] = ["access", "portability"];

/** The laws that say so of this request; none where no copy is asked for or none of them applies. */
export function neverDisclosedBy(rights: readonly Right[], regimes: readonly RegimeId[]): readonly Citation[] {
  if (!rights.some((right) => copies.includes(right))) return [];
  return regimes.flatMap((regime) => laws[regime] ?? []);
}
