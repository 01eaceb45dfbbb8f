// Decides how a cell of a book is named. Codes only, joined by a stroke that no code holds; the last part takes the rest.
// Answers to GDPR Art. 5(2): figures of old days are read by the names under which they were written.
import type { ExtensionGround } from "./extension-grounds";
import type { EndKind, OwedKey, RightDaysKey, RightKey, RightResult, SettledKey } from "./figures";
import type { Right } from "./right";

export function owedKey({ extended, waitsFor }: OwedKey): string {
  return `${extended ? "extended" : "first"}/${waitsFor}`;
}

export function readOwedKey(key: string): OwedKey {
  return { extended: key.startsWith("extended/"), waitsFor: key.endsWith("/person") ? "person" : "organisation" };
}

export function settledKey({ kind, late, extended, ground }: SettledKey): string {
  return `${kind}/${late ? "late" : "in_time"}/${extended ? "extended" : "first"}/${ground ?? ""}`;
}

export function readSettledKey(key: string): SettledKey {
  const [kind, time, length, ground] = key.split("/");
  return {
    kind: kind as EndKind,
    late: time === "late",
    extended: length === "extended",
    ground: ground ? (ground as ExtensionGround) : null,
  };
}

export function rightKey({ right, law, result, ground }: RightKey): string {
  return `${right}/${law}/${result}/${ground ?? ""}`;
}

export function readRightKey(key: string): RightKey {
  const [right, law, result, ...ground] = key.split("/");
  return {
    right: right as Right,
    law: law as RightKey["law"],
    result: result as RightResult,
    ground: ground.join("/") || null,
  };
}

export function rightDaysKey({ right, law }: RightDaysKey): string {
  return `${right}/${law}`;
}

export function readRightDaysKey(key: string): RightDaysKey {
  const [right, law] = key.split("/");
  return { right: right as Right, law: law as RightDaysKey["law"] };
}
